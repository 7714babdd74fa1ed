import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isUpsert } from '#rules/detectors/openapi/upsert.ts';
import { addingVerbs, creatingVerbs, otherVerbs } from '#rules/words/post-verbs.ts';

/**
 * True when the texts of a POST say that it makes a new resource, and none of them says otherwise; without any text, where the
 * description of its success (`answer`) does not speak of something done. `others` are further verbs that make nothing.
 */
export function createsResource(
  operation: Operation,
  answer: string | undefined,
  others: ReadonlySet<string>,
): boolean {
  const { path, operationId, summary, description } = operation;
  if (isUpsert(operation) || saysOther(segmentsOf(path).at(-1) ?? '', others)) return false;
  const prose = summary?.value ?? description?.value;
  const told = [verbOfProse(prose, others), verbOfId(operationId?.value, others)];
  if (told.includes('other')) return false;
  if (told.includes('creates')) return true;
  const isNew = /\b(?:creat|new\b|insert|added\b)/i.test(answer ?? '');
  if (prose !== undefined || operationId !== undefined) return isNew;
  return isNew || !/\b\w+(?:ed|en|read)\b/i.test(answer ?? '');
}

type Verb = 'creates' | 'other' | undefined;

/** The first word decides; “Add … to …” puts what is there into something else. */
function verbOfProse(text: string | undefined, others: ReadonlySet<string>): Verb {
  const words = wordsOf(firstSentence(text ?? ''));
  const start = words.findIndex((word) => !leading.has(word));
  const [verb = '', next = ''] = words.slice(Math.max(start, 0));
  if (verb === 'new' || next === 'creation') return 'creates';
  const isNew = words.includes('new');
  if (isVerb(verb, addingVerbs))
    return isNew || !words.some((word) => word === 'to' || word === 'into') ? 'creates' : 'other';
  if (isVerb(verb, creatingVerbs)) return 'creates';
  return isVerb(verb, otherVerbs) || others.has(verb) ? 'other' : undefined;
}

/** The first verb that is known, as in `genai_attach_agent`; those that many clients put before every POST do not count. */
function verbOfId(id: string | undefined, others: ReadonlySet<string>): Verb {
  for (const [index, word] of wordsOf(id ?? '').entries()) {
    if (isVerb(word, otherVerbs) || others.has(word)) return 'other';
    if (creatingVerbs.has(word) || (index === 0 && (word === 'add' || word === 'new'))) return 'creates';
  }
  return undefined;
}

function saysOther(segment: string, others: ReadonlySet<string>): boolean {
  const [first = ''] = wordsOf(segment);
  return otherVerbs.has(first) || others.has(first);
}

/** What may stand before the verb: “Use this endpoint to create …”. */
const leading: ReadonlySet<string> = new Set(
  'a an the this that it you can use used api endpoint operation method request call route post to for allows allow enables lets will client clients user users'.split(
    ' ',
  ),
);

/** A verb in its plain form or another: `create`, `creates`, `created`, `creating`; `apply`, `applies`. */
function isVerb(word: string, verbs: ReadonlySet<string>): boolean {
  return verbs.has(word) || stems(word).some((stem) => verbs.has(stem) || verbs.has(`${stem}e`));
}

function stems(word: string): readonly string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  const [, stem] = /^(.{2,}?)(?:es|s|ed|ing)$/.exec(word) ?? [];
  const [, shorter] = /^(.{2,}e?)s$/.exec(word) ?? [];
  const single = stem?.replace(/(.)\1$/, '$1');
  return [stem, shorter, single].flatMap((each) => each ?? []);
}

function firstSentence(text: string): string {
  return text.slice(0, 300).split(/[.\n](?:\s|$)/)[0] ?? '';
}
