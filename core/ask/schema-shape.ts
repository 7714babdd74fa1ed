import { propertiesOf, requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { OpenApiNode, OrReference, Schema } from '#core/openapi/model.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** Follows `$ref`s. */
export interface Resolving {
  resolve<T extends OpenApiNode>(target: OrReference<T> | undefined): T | undefined;
}

/** The properties of a schema, a line each: `id*: string (uuid)` for one that is required. What cannot be read is left out. */
export function propertyLines(schema: Schema, scope: Resolving): readonly string[] {
  const properties = ifUnderstood(() => propertiesOf(schema, scope)) ?? [];
  const required = ifUnderstood(() => requiredNames(schema, scope)) ?? new Set();
  const lines = new Map<string, string>();
  for (const { name, schema: own } of properties) {
    lines.set(name.value, `${name.value}${required.has(name.value) ? '*' : ''}: ${typeText(own)}`);
  }
  return [...lines.values()];
}

/** So many values of an enum are named. */
const namedValues = 4;

/** The type of a schema in a few words; a `$ref` is called by the name it leads to. */
export function typeText(schema: OrReference<Schema> | undefined): string {
  if (schema === undefined) return 'any';
  if (schema.kind === 'openapi.reference') return targetName(schema.target);
  const { enum: values, items, types, format } = schema;
  if (values !== undefined && values.length > 0) {
    const named = values.slice(0, namedValues).map(({ value }) => JSON.stringify(value));
    return [...named, ...(values.length > namedValues ? ['…'] : [])].join(' | ');
  }
  const combined = combinedText(schema);
  if (items !== undefined && !types.some((type) => type !== 'array' && type !== 'null')) {
    const item = typeText(items);
    const list = /[ |&]/.test(item) ? `(${item})[]` : `${item}[]`;
    return types.includes('null') ? `${list} | null` : list;
  }
  if (types.length === 0) return combined ?? (schema.properties.length > 0 ? 'object' : 'any');
  const text = types.join(' | ');
  return format === undefined ? text : `${text} (${format.value})`;
}

function combinedText({ allOf, oneOf, anyOf }: Schema): string | undefined {
  if (allOf.length > 0) return allOf.map(typeText).join(' & ');
  const either = oneOf.length > 0 ? oneOf : anyOf;
  return either.length > 0 ? either.map(typeText).join(' | ') : undefined;
}
