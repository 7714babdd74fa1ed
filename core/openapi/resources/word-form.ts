import { figureWords, singlePlurals } from '#core/openapi/resources/path-words.ts';
import {
  actionVerbs,
  beforeVerbs,
  crudVerbs,
  nounMakers,
  nounVerbs,
  outcomeWords,
  requestWords,
} from '#core/text/action-verbs.ts';
import { wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { actionNouns, resourceNouns } from '#core/text/resource-nouns.ts';

/**
 * What a word of a path is by itself. `either`: a noun that is a verb as often. `single`: one thing that looks like many. `figure`:
 * what is found out about something. `singular` only where the word is known to be a noun; `word` where nothing is known of it.
 */
export type WordForm = 'verb' | 'either' | 'plural' | 'figure' | 'single' | 'singular' | 'word';

/** Of several words the first makes a verb of them (`createOrder`, `bulk-delete`), unless the others make it a noun (`add-ons`). */
export function formOfWord(segment: string): WordForm {
  const text = segment.replace(ending, '');
  if (/^\w+(?:\.\w+)+$/.test(text)) return formOfCall(text);
  const words = wordsOf(text);
  const start = words.length > 1 && beforeVerbs.has(words[0] ?? '') ? 1 : 0;
  const [first = '', ...others] = words.slice(start);
  if (isVerb(first, others) && !makesNoun(first, others)) return 'verb';
  const last = words.at(-1) ?? '';
  if (words.length === 1 && (actionNouns.has(last) || last === 'list')) return 'either';
  if (singlePlurals.has(last)) return 'single';
  if (figureWords.has(last)) return 'figure';
  if (isPlural(last)) return 'plural';
  return resourceNouns.has(last) ? 'singular' : 'word';
}

/** `Accounts.json`: what the answer is written in. */
const ending = /\.(?:json|xml|csv|txt|html|pdf|yaml|yml|js|png|jpg|jpeg|svg|rss|atom|php|aspx?|ashx|do|action)$/i;

/** `admin.users.session.reset` is called by its name; of another (`users.info`) nothing is known. */
function formOfCall(segment: string): WordForm {
  const last = segment.split('.').at(-1) ?? '';
  return last === 'list' || formOfWord(last) === 'verb' ? 'verb' : 'word';
}

/** A word that is a noun, too, is a verb only before what it does something to: `update-flag`. */
function isVerb(word: string, others: readonly string[]): boolean {
  return actionVerbs.has(word) && (!resourceNouns.has(word) || (others.length > 0 && crudVerbs.includes(word)));
}

/** `add-ons`, `create-account-requests`, `search-results`, but not `get-results`. */
function makesNoun(verb: string, others: readonly string[]): boolean {
  const [next = ''] = others;
  const last = others.at(-1) ?? '';
  if (next === '') return false;
  if (nounMakers.has(next) || requestWords.has(last)) return true;
  return nounVerbs.has(verb) && outcomeWords.has(last);
}

/** True for a word that is the regular plural of another, or a known one. */
export function isPlural(word: string): boolean {
  const singular = singularOf(word);
  return word.length >= 3 && singular !== word && pluralOf(singular) === word;
}
