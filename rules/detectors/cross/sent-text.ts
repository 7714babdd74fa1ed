import type { Schema } from '#core/openapi/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findEntry } from '#core/tree/tree.ts';
import type { ColumnLength } from '#rules/detectors/cross/column-length.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** A text that is sent, of no form that has a length of its own. */
export function takesText(value: Schema): boolean {
  return soleType(value) === 'string' && !value.readOnly && value.enum === undefined;
}

/** Without a limit only what the schema says counts: few know the default of their database. */
export function exceeds(
  allowed: number | undefined,
  { length, isSaid }: ColumnLength,
  { tree, format }: Schema,
): boolean {
  if (allowed !== undefined) return allowed > length;
  const isFormed = ['pattern', 'contentEncoding', 'contentMediaType', '$ref'].some(
    (key) => findEntry(tree, key) !== undefined,
  );
  return isSaid && !isFormed && (format === undefined || longFormats.has(format.value));
}

const longFormats = wordSet('email idn-email hostname idn-hostname uri url uri-reference iri password');

/** What is kept is a digest of what is sent. */
export function isHashed(name: string): boolean {
  return wordsOf(name).some((word) => hashed.has(word));
}

const hashed = wordSet('password passwd passphrase pin secret token otp');
