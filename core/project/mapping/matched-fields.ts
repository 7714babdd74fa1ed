import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema, SchemaProperty } from '#core/openapi/model.ts';
import { mappedName } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { FieldNames, NamedField } from '#core/project/mapping/field-names.ts';
import type { FieldMatch } from '#core/project/mapping/match.ts';
import { valueShape } from '#core/project/mapping/value-shape.ts';
import type { WrittenFields } from '#core/project/mapping/written-mapping.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

/** The properties of a schema beside the fields of a model. */
export interface MatchedFields {
  readonly fields: readonly FieldMatch[];
  readonly unmatched: readonly SchemaProperty[];
}

/** Properties that only group others: what they hold belongs to the schema itself. */
const groups: ReadonlySet<string> = new Set(
  'attributes metadata meta audit auditinfo timestamps dates system sys systemfields base common fields'.split(' '),
);

/** Which properties of a schema stand for which fields. What is `written` about them decides. */
export function matchedFields(
  schema: Schema,
  names: FieldNames,
  written: WrittenFields,
  scope: Pick<Scope, 'resolve'>,
): MatchedFields {
  const fields: FieldMatch[] = [];
  const unmatched: SchemaProperty[] = [];
  const properties = propertiesOf(schema, scope);
  const all = new Set(properties.map(({ name }) => foldedName(name.value)));
  for (const { name, schema: value } of properties) {
    const property = { name, schema: value };
    const decided = written(property, names);
    const named = decided === undefined ? ownField(property, names, all) : decided || undefined;
    if (named !== undefined) fields.push({ property, path: [name.value], ...named });
    const inner =
      named === undefined && decided === undefined ? groupedFields(property, names, written, scope) : undefined;
    if (inner !== undefined) {
      fields.push(...inner.fields);
      unmatched.push(...inner.unmatched);
    } else if (named === undefined) unmatched.push(property);
  }
  return { fields, unmatched };
}

/** The field of a property: for the key that which is told instead of it, where that has no property of its own. */
function ownField(
  { name, schema }: SchemaProperty,
  names: FieldNames,
  all: ReadonlySet<string>,
): NamedField | undefined {
  const named = names.find(name.value, valueShape(schema));
  if (named?.isBareKey === true && !isKey(schema)) return undefined;
  if (named !== undefined && isNamedByAnother(named.field, name.value, all)) return undefined;
  if (named === undefined || named.field !== names.key || schema.kind === 'openapi.reference') return named;
  const isText = schema.types.includes('string') && foldedName(named.field.name.value) === 'id';
  const outer = isText ? names.publicKey(true) : undefined;
  return outer === undefined || all.has(foldedName(outer.name.value))
    ? named
    : { field: outer, reason: `it is told instead of “${named.field.name.value}”` };
}

/** True where another property is called as the field itself: `order_status` beside `status`. */
function isNamedByAnother(field: PrismaField, name: string, all: ReadonlySet<string>): boolean {
  const own = foldedName(name);
  const names = [field.name.value, mappedName(field)?.value ?? field.name.value].map(foldedName);
  return !names.includes(own) && names.some((each) => all.has(each));
}

/** True for what can be nothing but a key: a number, or a text of that form. */
function isKey(schema: OrReference<Schema>): boolean {
  return schema.kind === 'openapi.schema' && (schema.types.includes('integer') || schema.format?.value === 'uuid');
}

/** What stands in a property that only groups (`metadata.id`), or is stored flat (`address.city` as `address_city`). */
function groupedFields(
  { name, schema }: SchemaProperty,
  names: FieldNames,
  written: WrittenFields,
  scope: Pick<Scope, 'resolve'>,
): MatchedFields | undefined {
  const isGroup = groups.has(foldedName(name.value));
  if (!isGroup && !names.hasPrefix(name.value)) return undefined;
  if (valueShape(schema) !== 'object' && valueShape(schema) !== 'unknown') return undefined;
  const inner = innerProperties(schema, scope);
  const fields: FieldMatch[] = [];
  const unmatched: SchemaProperty[] = [];
  for (const property of inner) {
    const found = innerField(name.value, property, isGroup, names, written);
    if (found === undefined) unmatched.push(property);
    else fields.push({ property, path: [name.value, property.name.value], ...found });
  }
  return fields.length === 0 ? undefined : { fields, unmatched };
}

function innerField(
  group: string,
  property: SchemaProperty,
  isGroup: boolean,
  names: FieldNames,
  written: WrittenFields,
): NamedField | undefined {
  const decided = written(property, names);
  if (decided !== undefined) return decided || undefined;
  const flat = names.named([...wordsOf(group), ...wordsOf(property.name.value)].join('_'));
  if (flat !== undefined) return { field: flat.field, reason: `“${group}” is stored column by column` };
  return isGroup ? names.find(property.name.value, valueShape(property.schema)) : undefined;
}

function innerProperties(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): readonly SchemaProperty[] {
  return propertiesOf(schema, scope).map(({ name, schema: value }) => ({ name, schema: value }));
}
