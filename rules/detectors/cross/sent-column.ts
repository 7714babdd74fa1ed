import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope, Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { findEntry, findValue, itemsOf } from '#core/tree/tree.ts';
import { isColumn } from '#rules/detectors/cross/is-column.ts';
import { pathFields } from '#rules/detectors/cross/path-fields.ts';
import { isCreationName, isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { actorWords, serverSetWords } from '#rules/words/server-set.ts';

/** True for a column that a new row must have a value for, which nobody but the client can know. */
export function needsSentValue(
  field: PrismaField,
  model: PrismaModel,
  operation: Operation,
  scope: DatabaseScope,
): boolean {
  if (field.isOptional || defaultOf(field) !== undefined || attributeOf(field, 'updatedAt') !== undefined) return false;
  if (!isColumn(field, scope) || field.type.value === 'Json' || attributeOf(field, 'id') !== undefined) return false;
  return !isServerSet(field) && !pathFields(operation, model).includes(field.name.value);
}

function isServerSet({ name: { value: name }, type }: PrismaField): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (serverSetWords.has(last) || words.includes('by')) return true;
  if ((last === 'id' || last === 'uuid') && words.some((word) => actorWords.has(word))) return true;
  if (actorWords.has(foldedName(name))) return true;
  if (type.value !== 'DateTime') return false;
  if (words.some((word) => /^(?:expir|valid)/.test(word))) return true;
  return isCreationName(name) || isUpdateName(name) || /(?:ed_?at|^(?:date|time|timestamp|at))$/i.test(name);
}

/** True where a request may come without the property, or with null for it, and nothing says what the server puts in its place. */
export function mayBeLeftOut(name: string, body: Schema, required: ReadonlySet<string>, property: Schema): boolean {
  const { tree, readOnly } = property;
  // Who never says what is required does not say that this is not.
  if (required.size === 0) return false;
  if (readOnly || required.has(name) || findEntry(tree, 'default') !== undefined) return false;
  return !choosesRequired(body) && !isFilledIn(property);
}

/** True where the text says what stands in place of a value that is not sent. */
export function isFilledIn({ description }: Schema): boolean {
  return filledIn.test(description?.value ?? '');
}

/** The names a body requires. */
export function bodyRequires(body: Schema, scope: Scope): ReadonlySet<string> {
  return requiredNames(body, scope);
}

/** True where which properties are required depends on others. */
function choosesRequired({ tree }: Schema): boolean {
  const branches = ['anyOf', 'oneOf'].flatMap((key) => itemsOf(findValue(tree, key)));
  const isConditional = ['if', 'dependentRequired', 'dependentSchemas', 'dependencies'].some(
    (key) => findEntry(tree, key) !== undefined,
  );
  return isConditional || branches.length > 0;
}

/** Texts that say what stands in place of a value that is not sent. */
const filledIn =
  /\b(?:default\w*|fall(?:s|ing)? ?back|optional\w*|if (?:not|un\w+|omitted|absent|empty|none|left|missing)|when (?:not|omitted|absent|missing)|unless|otherwise|generated|derived|inferred|deduced|computed|calculated|automatic\w*|auto|taken from|current user|ignored|deprecated|only (?:for|if|when)|required (?:for|if|when)|instead)\b/i;
