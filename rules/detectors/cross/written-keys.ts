import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { defaultOf, fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { pathFields } from '#rules/detectors/cross/path-fields.ts';

/**
 * The keys of a model that a request can violate: it writes one of the columns itself, and the others come from the path
 * or, as foreign keys, from whoever calls. Keys of generated values are left out.
 */
export function writtenKeys(
  subject: Schema,
  model: PrismaModel,
  operation: Operation,
  scope: Scope,
): readonly ModelIndex[] {
  const written = writtenFields(subject, model, scope);
  const given = new Set([...pathFields(operation, model), ...foreignColumns(model)]);
  return indexesOf(model).filter(({ kind, fields }) => {
    const columns = fields.map(({ value }) => value);
    const isKey = kind === 'unique' || kind === 'id';
    return (
      isKey &&
      columns.some((column) => written.has(column)) &&
      columns.every((column) => written.has(column) || given.has(column))
    );
  });
}

/** The names of the fields a body writes: those of its properties that are not read-only, and not made by the database. */
function writtenFields(subject: Schema, model: PrismaModel, scope: Scope): ReadonlySet<string> {
  const fields = propertiesOf(subject, scope).flatMap(({ name, schema }) => {
    const field = scope.resolve(schema)?.readOnly === true ? undefined : fieldFor(model, name.value);
    return field === undefined || isGenerated(field) ? [] : [field.name.value];
  });
  return new Set(fields);
}

function isGenerated(field: PrismaField): boolean {
  return defaultOf(field)?.kind === 'call' || field.attributes.some(({ name }) => name.value === 'updatedAt');
}

function foreignColumns(model: PrismaModel): readonly string[] {
  const columns = foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value));
  return columns.filter((column) => fieldOf(model, column) !== undefined);
}
