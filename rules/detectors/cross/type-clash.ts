import type { Schema } from '#core/openapi/model.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry, findString, findValue } from '#core/tree/tree.ts';
import { isColumn } from '#rules/detectors/cross/is-column.ts';
import {
  hasPublicName,
  isKeyColumn,
  keyedModel,
  keyFormOf,
  saidForm,
  spokenForm,
} from '#rules/detectors/cross/key-form.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { moneyWords } from '#rules/words/money.ts';

/** A type or format that no value of the column has. */
export interface TypeClash {
  /** `an integer`, `a UUID`, `a time` */
  readonly stored: string;
  /** `a string`, `a date` */
  readonly documented: string;
  /** What the column has; the format is undefined where it has none, or any. */
  readonly type: string;
  readonly format: string | undefined;
}

/** How what an API says of a value differs from what its column can hold; undefined where it does not, or where nobody can tell. */
export function typeClash(
  schema: Schema,
  field: PrismaField,
  model: PrismaModel,
  scope: Pick<Scope, 'find' | 'roots'>,
): TypeClash | undefined {
  const [type, ...others] = schema.types.filter((each) => each !== 'null');
  if (type === undefined || others.length > 0 || schema.enum !== undefined) return undefined;
  const stored = field.type.value;
  if (field.isList) return listClash(schema, type, field, scope);
  if (stored === 'DateTime') return type === 'string' ? timeClash(schema, field, scope) : undefined;
  if (stored === 'String') return textClash(schema, type, field, model, scope);
  if (stored === 'Boolean') return type === 'boolean' || !isPlainValue(type) ? undefined : flagClash(schema, type);
  if ((stored === 'Float' || stored === 'Decimal') && type === 'integer') return fractionClash(schema, field);
  if (stored === 'Int' || stored === 'BigInt' || stored === 'Float')
    return numberClash(schema, type, field, model, scope);
  const isOther = isPlainValue(type) && type !== 'string' && !isShownOtherwise(schema);
  return isOther && enumOf(field, scope) !== undefined ? clash('one of a few texts', type, 'string') : undefined;
}

/** A list of values is no single one, unless a text says how they are joined. */
function listClash(
  schema: Schema,
  type: string,
  field: PrismaField,
  scope: Pick<Scope, 'find'>,
): TypeClash | undefined {
  const isOther = isPlainValue(type) && !isShownOtherwise(schema) && !joined.test(schema.description?.value ?? '');
  return isOther && isColumn({ ...field, isList: false }, scope) ? clash('a list', type, 'array') : undefined;
}

const joined = /\b(?:comma|separated|delimited|joined|concatenat\w*|first|last|main|primary|csv)\b/i;

function isPlainValue(type: string): boolean {
  return type === 'string' || type === 'integer' || type === 'number' || type === 'boolean';
}

function flagClash(schema: Schema, type: string): TypeClash | undefined {
  return isShownOtherwise(schema) ? undefined : clash('true or false', type, 'boolean');
}

/** A string cannot be a number in JSON; but a text may hold what an API reads out of it. */
function textClash(
  schema: Schema,
  type: string,
  field: PrismaField,
  model: PrismaModel,
  scope: Pick<Scope, 'find'>,
): TypeClash | undefined {
  const form = keyFormOf(field, model, scope);
  const isKey = isKeyColumn(field, model);
  if (type === 'string') {
    const format = schema.format?.value;
    const isOther = format === 'uuid' && form !== undefined && form !== 'uuid';
    const isPublic = isKey && hasPublicName(keyedModel(field, model, scope), saidForm(type, schema.format?.value));
    return isOther && !isPublic
      ? { stored: spokenForm(form), documented: 'a UUID', type: 'string', format: undefined }
      : undefined;
  }
  if (!isPlainValue(type) || isShownOtherwise(schema)) return undefined;
  if (isKey && hasPublicName(keyedModel(field, model, scope), saidForm(type, schema.format?.value))) return undefined;
  const format = form === 'uuid' ? 'uuid' : undefined;
  return clash(form === undefined ? 'a text' : spokenForm(form), type, 'string', format);
}

function numberClash(
  schema: Schema,
  type: string,
  field: PrismaField,
  model: PrismaModel,
  scope: Pick<Scope, 'find'>,
): TypeClash | undefined {
  const isBig = field.type.value === 'BigInt';
  const format = schema.format?.value;
  if (type === 'integer' && isBig && format === 'int32')
    return { stored: 'a 64-bit integer', documented: 'a 32-bit integer', type: 'integer', format: 'int64' };
  if (type !== 'string' || isShownOtherwise(schema)) return undefined;
  const isUuid = format === 'uuid';
  // A 64-bit integer is best written as a string.
  if ((isBig && !isUuid) || (format !== undefined && !isUuid)) return undefined;
  const isKey = isKeyColumn(field, model);
  if (isKey && hasPublicName(keyedModel(field, model, scope), saidForm(type, schema.format?.value))) return undefined;
  const documented = isUuid ? 'a UUID' : 'a string';
  const isInteger = field.type.value !== 'Float';
  return {
    stored: isInteger ? 'an integer' : 'a number',
    documented,
    type: isInteger ? 'integer' : 'number',
    format: undefined,
  };
}

/** What has fractions is no integer, unless it is counted in smaller units, or has no places. */
function fractionClash(schema: Schema, field: PrismaField): TypeClash | undefined {
  const native = nativeTypeOf(field);
  const isWhole = native !== undefined && native.args.length > 0 && Number(native.args[1] ?? 0) === 0;
  const text = schema.description?.value ?? '';
  if (isWhole || isMoneyName(field.name.value, moneyWords) || smallerUnits.test(text) || isShownOtherwise(schema))
    return undefined;
  const isDecimal = field.type.value === 'Decimal';
  return isDecimal
    ? clash('a decimal', 'integer', 'string', 'decimal')
    : clash('a number with fractions', 'integer', 'number');
}

const smallerUnits =
  /\b(?:cents?|minor|smallest|rounded|whole|basis points|per mille|milli\w*|micro\w*|percent\w*|in (?:grams?|metres|meters|seconds|ms|bytes))\b/i;

/** Where the database has dates, times and dates are two things. */
function timeClash(schema: Schema, field: PrismaField, scope: Pick<Scope, 'roots'>): TypeClash | undefined {
  const provider = providerOf(scope.roots('prisma.datasource'));
  const native = nativeTypeOf(field)?.name;
  const format = schema.format?.value;
  if (provider === undefined || withoutDates.has(provider) || isTextSaid(schema)) return undefined;
  if (format === 'date' && native !== 'Date' && !isTimeOfDay(native))
    return { stored: 'a time', documented: 'a date', type: 'string', format: 'date-time' };
  if (format === 'date-time' && native === 'Date')
    return { stored: 'a date', documented: 'a time', type: 'string', format: 'date' };
  return undefined;
}

const withoutDates: ReadonlySet<Provider> = new Set(['sqlite', 'mongodb']);

function isTimeOfDay(native: string | undefined): boolean {
  return native === 'Time' || native === 'Timetz';
}

/** The value is written in a form of its own, or is shown to be. */
function isShownOtherwise(schema: Schema): boolean {
  const { tree } = schema;
  const isForm = ['pattern', 'contentEncoding', 'contentMediaType'].some((key) => findEntry(tree, key) !== undefined);
  const hasFormat = findString(tree, 'format') !== undefined;
  const isOther = !hasFormat && shownTexts(schema).some((text) => !isBareValue(text));
  return isForm || isOther || isTextSaid(schema);
}

/** Its examples that are texts, and one that its description gives: `such as 2026-000123`. */
function shownTexts({ tree, description }: Schema): readonly string[] {
  const examples = findValue(tree, 'examples');
  const all = [findValue(tree, 'example'), ...(examples?.kind === 'list' ? examples.items : [])];
  const told = /\b(?:such as|e\.g\.|for example|example:)[\s,]+[`'"“]?(?=[a-z/:-]*\d)([\w/:-]+)/i.exec(
    description?.value ?? '',
  );
  return [
    ...all.flatMap((each) => (each?.kind === 'scalar' && typeof each.value === 'string' ? [each.value] : [])),
    ...(told?.[1] === undefined ? [] : [told[1]]),
  ];
}

/** A number, or one of the words of JSON. */
function isBareValue(text: string): boolean {
  return /^(?:[+-]?\d+(?:\.\d+)?|true|false|null|)$/i.test(text.trim());
}

function isTextSaid({ description }: Schema): boolean {
  return /\b(?:encoded|encrypted|obfuscated|hash\w*|sqid\w*|prefixed|opaque|formatted|human|public|external|parsed|converted|serialized|serialised|seconds|epoch|unix|iso ?8601 date|date only)\b/i.test(
    description?.value ?? '',
  );
}

function clash(stored: string, documented: string, type: string, format?: string): TypeClash {
  return { stored, documented: spoken[documented] ?? documented, type, format };
}

const spoken: { readonly [type: string]: string } = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
};
