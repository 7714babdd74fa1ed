import type { PrismaField } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { remembered } from '#core/text/remembered.ts';
import { actorNouns, deedTimes, deedWords } from '#rules/words/role-words.ts';

/** The words of a column's name without those that say that it is a key: `author user` of `author_user_id`, `fk_author_user`. */
export interface KeyName {
  readonly stem: readonly string[];
  /** It ends in `id` or begins with it, or is marked as a key; false for `createdBy`. */
  readonly isMarked: boolean;
  /** It is called after somebody who did something: `creator`, `created by`. */
  readonly isActor: boolean;
}

/** A foreign key by its name; undefined for any other column. */
export function keyNameOf({ name }: PrismaField): KeyName | undefined {
  return readKept(name.value);
}

/** Names of columns repeat, and several rules ask. */
const readKept = remembered(readKeyName, 5_000);

function readKeyName(name: string): KeyName | undefined {
  const words = wordsOf(name);
  const stem = withoutMarks(words);
  const isMarked = stem.length < words.length || stem[0] !== words[0] || stem.at(-1) !== words.at(-1);
  const isActor = isActorName(stem);
  return stem.length > 0 && (isMarked || isActor) ? { stem, isMarked, isActor } : undefined;
}

function withoutMarks(words: readonly string[]): readonly string[] {
  const isBefore = words.length > 1 && frontMarks.has(words[0] ?? '');
  const rest = isBefore ? words.slice(1) : words;
  const last = rest.at(-1) ?? '';
  if (rest.length > 1 && endMarks.has(last)) return rest.slice(0, -1);
  // `userid`, `order_itemid`; no word of three letters before it is a model.
  return !isBefore && last.length > 5 && last.endsWith('id') ? [...rest.slice(0, -1), last.slice(0, -2)] : rest;
}

const frontMarks: ReadonlySet<string> = new Set(['id', 'fk']);
const endMarks: ReadonlySet<string> = new Set(['id', 'uuid', 'fk', 'ulid', 'guid']);

function isActorName(stem: readonly string[]): boolean {
  const [deed = '', preposition = '', ...rest] = deedTimes.has(stem[0] ?? '') ? stem.slice(1) : stem;
  if (rest.length > 0) return false;
  return preposition === '' ? actorNouns.has(deed) : deedWords.has(deed) && /^(?:by|to)$/.test(preposition);
}
