import {
  heldBy,
  isCalled,
  isKept,
  isOfAnother,
  namesOne,
  shownParameter,
} from '#core/openapi/resources/held-parameter.ts';
import { judgedByMethods } from '#core/openapi/resources/judged-by-methods.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import { isSaidBy } from '#core/openapi/resources/named-noun.ts';
import { parameterName } from '#core/openapi/resources/parameter-name.ts';
import { methodsAt, type PathNode } from '#core/openapi/resources/path-node.ts';
import type { Judged, PathResource } from '#core/openapi/resources/path-resource.ts';
import { aliasWords, mountWords } from '#core/openapi/resources/path-words.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';
import type { Word } from '#core/openapi/resources/word.ts';
import { formOfWord, isPlural } from '#core/openapi/resources/word-form.ts';
import { isOnly, writes } from '#core/openapi/resources/written-methods.ts';
import { crudVerbs } from '#core/text/action-verbs.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

/** What a part without a parameter in it is: the first that says something decides. */
export function judgedWord(node: PathNode, parent: PathResource | undefined): Judged {
  const { key } = node;
  const word: Word = { key, node, parent, form: formOfWord(key), held: heldBy(node) };
  return (
    byItsLetters(word) ??
    behindAction(word) ??
    asAlias(word) ??
    asVerb(word) ??
    asEither(word) ??
    asQualifier(word) ??
    asHolder(word) ??
    asNoun(word) ??
    judgedByMethods(word)
  );
}

function byItsLetters({ key, parent, held }: Word): Judged | undefined {
  const isAtFront = parent === undefined || parent.kind === 'prefix';
  if (/^v\d+(?:[._]\d+)*(?:(?:alpha|beta|rc|p\d+)\w*)?$/i.test(key) || /^\d{4}-\d{2}(?:-\d{2})?$/.test(key))
    return { kind: 'prefix', reason: `${shownWord(key)} is a version` };
  if (key.startsWith('.'))
    return { kind: 'prefix', reason: `${shownWord(key)} is where well-known paths stand (RFC 8615)` };
  if (key.startsWith(':'))
    return { kind: 'action', reason: `${shownWord(key)} begins with a colon, as custom methods do` };
  if (key.includes('(')) return { kind: 'action', reason: `${shownWord(key)} is a call, as in OData` };
  const isMount = isAtFront && mountWords.has(key.toLowerCase());
  const isKept = held !== undefined && held.facts.length > 0 && /^(?:apis|apps?|services?)$/i.test(key);
  return isMount && !isKept ? { kind: 'prefix', reason: `${shownWord(key)} says where the API is found` } : undefined;
}

function behindAction({ parent, held }: Word): Judged | undefined {
  if (parent?.kind !== 'action' && parent?.kind !== 'argument') return undefined;
  const action = parent.parts.findLast(({ kind }) => kind === 'action');
  if (action !== undefined)
    return { kind: 'argument', reason: `it stands behind ${shownWord(action.key)}, which is an action` };
  return held === undefined
    ? { kind: 'unknown', reason: 'nothing before it names one of many' }
    : { kind: 'qualifier', reason: `it says what else is looked for` };
}

/** `/users/me`, `/users/@me`, `/me` */
function asAlias({ key, parent }: Word): Judged | undefined {
  if (!aliasWords.has(key.replace(/^@/, '').toLowerCase())) return undefined;
  if (parent?.kind === 'collection')
    return { kind: 'item', reason: `${shownWord(key)} stands for one of ${shownWord(nameOf(parent))}` };
  return parent === undefined || parent.kind === 'prefix'
    ? { kind: 'singleton', reason: `${shownWord(key)} stands for what is the caller’s own` }
    : undefined;
}

/** `/orders/{id}/cancel`, `/createOrder`; but `/deploy-keys/{id}` are kept. */
function asVerb({ key, form, held }: Word): Judged | undefined {
  if (form !== 'verb') return undefined;
  const [first = '', ...others] = wordsOf(key);
  const isThing = others.length > 0 && isPlural(lastWord(key)) && !crudVerbs.includes(first);
  if (isThing && held !== undefined && isKept(held)) return { kind: 'collection', reason: namesOne(key, held) };
  return { kind: 'action', reason: `${shownWord(key)} says what is done` };
}

/** `/rooms/{id}/report`, `/notifications/test/{x}`: what is answered there tells whether it is done or stored. */
function asEither({ key, form, parent, node, held }: Word): Judged | undefined {
  if (form !== 'either') return undefined;
  const own = methodsAt(node);
  const isRead = own?.includes('get') === true;
  if (own === undefined) return { kind: 'unknown', reason: `${shownWord(key)} may be a noun or a verb` };
  if (held !== undefined && (isKept(held) || (isRead && own.includes('post'))))
    return { kind: 'collection', reason: namesOne(key, held) };
  const isCall = crudVerbs.includes(key.toLowerCase()) && (isOnly(own, 'post') || isOnly(own, 'put'));
  if (isCall || (parent?.kind === 'collection' && /^list$/i.test(key)))
    return { kind: 'action', reason: `${shownWord(key)} says what is done` };
  const isBelow = parent?.kind === 'collection' || parent?.kind === 'item' || parent?.kind === 'singleton';
  const isDone = own.length > 0 ? isOnly(own, 'post') : parent?.kind === 'collection';
  if (isBelow && isDone)
    return { kind: 'action', reason: `${shownWord(key)} is a verb as often as a noun, and nothing is read there` };
  if (held !== undefined && parent?.kind !== 'collection' && (node.facts.length > 0 || !isOfAnother(key, held)))
    return { kind: 'collection', reason: namesOne(key, held) };
  return isRead && writes(own)
    ? { kind: 'singleton', reason: 'it is read and written, and no id stands behind it' }
    : { kind: 'unknown', reason: `${shownWord(key)} may be a noun or a verb` };
}

/** `/agencies/prison/{id}`, `/users/by-email/{email}`, `/branches/country/{countryCode}` */
function asQualifier({ key, form, parent, held }: Word): Judged | undefined {
  if (held === undefined || parent?.kind !== 'collection' || (form !== 'singular' && form !== 'word')) return undefined;
  const holder = shownWord(nameOf(parent));
  const name = parameterName(held);
  const isBy = wordsOf(key)[0] === 'by' || foldedName(key) === foldedName(name ?? '');
  if (isBy || (isSaidBy(name, key) && !isKept(held)))
    return { kind: 'qualifier', reason: `it says by what ${holder} are looked for` };
  return form === 'singular' && !isKept(held)
    ? { kind: 'qualifier', reason: `a singular behind ${holder} says which of them` }
    : undefined;
}

/** `/orders/{id}`: an id stands behind it. That of something else tells nothing: `/roll-count/{prisonId}`. */
function asHolder({ key, form, node, held }: Word): Judged | undefined {
  if (held === undefined) return undefined;
  if (form !== 'plural' && isCalled(held))
    return { kind: 'unknown', reason: `${shownParameter(held)} behind it takes nothing but a POST` };
  const isElse = form !== 'plural' && node.facts.length === 0 && isOfAnother(key, held) && !isKept(held);
  return isElse
    ? { kind: 'unknown', reason: `${shownParameter(held)} behind it may be the id of something else` }
    : { kind: 'collection', reason: namesOne(key, held) };
}

function asNoun({ key, form, node }: Word): Judged | undefined {
  const isThere = node.facts.length > 0;
  if (form === 'figure' && isThere) return { kind: 'singleton', reason: `${shownWord(key)} is found out, not stored` };
  if (form === 'single' && isThere)
    return { kind: 'singleton', reason: `${shownWord(key)} is one thing, though it looks like a plural` };
  return form === 'plural' ? { kind: 'collection', reason: `${shownWord(key)} is a plural` } : undefined;
}

function nameOf({ parts }: PathResource): string {
  return parts.at(-1)?.key ?? '';
}
