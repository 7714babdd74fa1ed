import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import type { DescribedField } from '#rules/detectors/cross/described-fields.ts';
import { isColumn } from '#rules/detectors/cross/is-column.ts';
import { nullabilityOf } from '#rules/detectors/cross/value-schema.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';

/** True where a response promises a value that its column may lack, and no text says what stands there then. */
export function mayLeakNull(
  { object, model, property, field }: DescribedField,
  scope: Scope,
  database: Pick<Scope, 'find'> = scope,
): boolean {
  if (!field.isOptional || !isTable(model) || !isColumn(field, database) || hasValue(field)) return false;
  const { name, schema: written } = property;
  if (!requiredNames(object, scope).has(name.value) || nullabilityOf(written, scope) !== 'never') return false;
  const value = scope.resolve(written);
  // A text of JSON is made of what is there.
  if (field.type.value === 'Json' && value?.types.includes('string') === true) return false;
  const isFilled = value === undefined || value.writeOnly || findEntry(value.tree, 'default') !== undefined;
  return !isFilled && !filled.test(value.description?.value ?? '');
}

/** A row that was made without a value has the default: a null would have to be written. */
function hasValue(field: PrismaField): boolean {
  return defaultOf(field) !== undefined;
}

/** Texts that say what stands in place of null. */
const filled =
  /\b(?:default\w*|fall(?:s|ing)? ?back|empty|blank|computed|calculated|derived|never null|not null|if (?:none|not|un|there|missing|absent)|otherwise|instead|or (?:else|that of|those of)|placeholder|unknown)\b/i;
