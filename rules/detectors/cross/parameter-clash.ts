import type { Schema } from '#core/openapi/model.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findEntry } from '#core/tree/tree.ts';
import { hasPublicName, isSurelyUuid, keyFormOf, saidForm, spokenForm } from '#rules/detectors/cross/key-form.ts';
import type { PathRow } from '#rules/detectors/cross/path-model.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** What a parameter is said to be, though no key of the table is. */
export interface ParameterClash {
  /** `an integer`, `a UUID` */
  readonly stored: string;
  /** `a string`, `a string without format` */
  readonly documented: string;
  readonly type: 'integer' | 'string';
  readonly format: string | undefined;
}

/** How the schema of a path parameter, which has this text, differs from the column it names; undefined where it does not, or nobody can tell. */
export function parameterClash(
  schema: Schema,
  { model, field, parameter }: PathRow,
  text: string,
  scope: DatabaseScope,
): ParameterClash | undefined {
  const type = soleType(schema);
  const form = keyFormOf(field, model, scope);
  if (type === undefined || schema.enum !== undefined || isSaidOtherwise(schema, text) || field.isList)
    return undefined;
  if (speaksOfAnother(`${schema.description?.value ?? ''} ${text}`, field, model)) return undefined;
  const isKey = primaryKeyOf(model)?.fields.some(({ value }) => value === field.name.value) === true;
  const format = schema.format?.value;
  if (isKey && hasPublicName(model, saidForm(type, format))) return undefined;
  if (form === 'integer') return integerClash(type, format, field.type.value === 'BigInt');
  if (field.type.value !== 'String') return undefined;
  const stored = form === undefined ? 'a text' : spokenForm(form);
  if (type === 'integer' || type === 'number')
    return { stored, documented: 'a number', type: 'string', format: form === 'uuid' ? 'uuid' : undefined };
  if (type !== 'string') return undefined;
  // `{workflow}` may be a name as well.
  const isId = /(?:^|[a-z_-])(?:id|uuid|guid)$/i.test(parameter);
  if (format === undefined && isId && !isMeasured(schema) && isSurelyUuid(field))
    return { stored, documented: 'a string without format', type: 'string', format: 'uuid' };
  return format === 'uuid' && form !== undefined && form !== 'uuid'
    ? { stored, documented: 'a UUID', type: 'string', format: undefined }
    : undefined;
}

/** A 64-bit integer may be written as a string, so that nobody rounds it. */
function integerClash(type: string, format: string | undefined, isBig: boolean): ParameterClash | undefined {
  const documented = format === 'uuid' ? 'a UUID' : 'a string';
  const isClash = type === 'string' && (format === 'uuid' || (format === undefined && !isBig));
  return isClash ? { stored: 'an integer', documented, type: 'integer', format: undefined } : undefined;
}

function isSaidOtherwise({ tree, description }: Schema, text: string): boolean {
  return findEntry(tree, 'pattern') !== undefined || saidText.test(`${description?.value ?? ''} ${text}`);
}

/** A text that names another column: “The workflow name”. */
function speaksOfAnother(text: string, own: PrismaField, { fields }: PrismaModel): boolean {
  const words = new Set(wordsOf(text));
  return fields.some(({ name, type }) => {
    const last = wordsOf(name.value).at(-1) ?? '';
    return name.value !== own.name.value && type.value === 'String' && naming.has(last) && words.has(last);
  });
}

const naming = wordSet('name username slug key code handle number email title reference');

function isMeasured({ tree }: Schema): boolean {
  return findEntry(tree, 'minLength') !== undefined || findEntry(tree, 'maxLength') !== undefined;
}

const saidText =
  /\b(?:or|either|encoded|obfuscated|hash\w*|sqid\w*|prefixed|opaque|slug|public|external|latest|me|current)\b/i;
