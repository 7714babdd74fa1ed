import type { Schema } from '#core/openapi/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findEntry, findString, findValue } from '#core/tree/tree.ts';
import { moneyOwner, moneyProperties } from '#rules/detectors/openapi/money-property.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { cryptoWords, tinyPieceWords } from '#rules/words/fine-amounts.ts';

/** An amount of money that clients read into a binary float. */
export interface FloatAmount {
  readonly name: Schema['properties'][number]['name'];
  readonly schema: Schema;
}

/** The amounts of money of an object that are bare numbers, where they are written in it; `words` are those that mean money. */
export function floatAmounts(schema: Schema, words: readonly string[]): readonly FloatAmount[] {
  const amounts = moneyProperties(schema, words);
  if (amounts.length === 0) return [];
  const owner = moneyOwner(schema);
  return amounts.flatMap(({ name, schema: amount }) => {
    const isTold = amount.kind === 'openapi.schema' && isFloat(amount) && !isFine(name.value, owner);
    return isTold ? [{ name, schema: amount }] : [];
  });
}

/** A number with a step, or a text that says how it is to be read, is decided already. */
function isFloat(schema: Schema): boolean {
  const { tree } = schema;
  if (soleType(schema) !== 'number' || findValue(tree, 'multipleOf') !== undefined) return false;
  const format = findEntry(tree, 'format');
  if (format !== undefined && !/^(?:float|double)$/.test(findString(tree, 'format')?.value ?? '')) return false;
  if (extensions.some((key) => findEntry(tree, key) !== undefined) || schema.enum !== undefined) return false;
  return !/\b(?:percent(?:age)?|cents|minor units?|smallest|ratio|decimal|bigdecimal)\b|%/i.test(
    schema.description?.value ?? '',
  );
}

const extensions = ['x-decimal', 'x-format', 'x-go-type', 'x-java-type', 'x-csharp-type'];

/** What has more places than a currency is counted by other rules. */
function isFine(name: string, owner: string): boolean {
  return [...wordsOf(name), ...wordsOf(owner)].some(
    (word) => cryptoWords.includes(word) || tinyPieceWords.includes(word),
  );
}
