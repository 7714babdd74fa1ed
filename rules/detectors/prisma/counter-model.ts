import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { plainLetters } from '#core/text/plain-letters.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { isCreationName, isNowByDefault, isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { counterNames, numberFormatNames } from '#rules/words/counters.ts';

/**
 * True for a model that gives out numbers, whatever it is called: beside its id and times it has the number it has come to
 * (`lastValue`), what it counts for, which is unique (`scope`), and how the number is written.
 */
export function isCounter(model: PrismaModel, scope: Scope): boolean {
  const columns = columnsOf(model, scope)?.columns ?? [];
  const number = columns.find(isNumberCounted);
  const keys = indexesOf(model).filter(({ kind }) => kind === 'id' || kind === 'unique');
  const keyed = new Set(keys.flatMap(({ fields }) => fields.map(({ value }) => value)));
  if (number === undefined || keyed.has(number.name.value)) return false;
  const others = columns.filter((column) => column !== number && !isGeneratedId(column));
  const isKeyed = others.some(({ name }) => keyed.has(name.value));
  return isKeyed && others.every((column) => keyed.has(column.name.value) || isBeside(column));
}

function isNumberCounted({ name, type, isList }: PrismaField): boolean {
  return !isList && (type.value === 'Int' || type.value === 'BigInt') && counterNames.has(folded(name.value));
}

function isGeneratedId(field: PrismaField): boolean {
  return attributeOf(field, 'id') !== undefined && defaultOf(field)?.kind === 'call';
}

function isBeside(field: PrismaField): boolean {
  const { value } = field.name;
  return isCreationName(value) || isUpdateName(value) || isNowByDefault(field) || numberFormatNames.has(folded(value));
}

function folded(name: string): string {
  return plainLetters(foldedName(name));
}
