import type { OrReference, Schema } from '#core/openapi/model.ts';

/** What a value is as far as its schema says so by itself, `$ref`s not followed. `flag`: a boolean; `object`: one whose properties are told. */
export type ValueShape = 'scalar' | 'flag' | 'object' | 'list' | 'unknown';

export function valueShape(schema: OrReference<Schema>): ValueShape {
  if (schema.kind === 'openapi.reference' || schema.oneOf.length > 0 || schema.anyOf.length > 0) return 'unknown';
  if (schema.properties.length > 0 || schema.propertiesReference !== undefined) return 'object';
  const types = schema.types.filter((type) => type !== 'null');
  if (types.length === 0) return schema.enum === undefined || schema.allOf.length > 0 ? 'unknown' : 'scalar';
  if (types.every((type) => type === 'array')) return 'list';
  if (types.every((type) => type === 'boolean')) return 'flag';
  return types.every((type) => scalars.has(type)) ? 'scalar' : 'unknown';
}

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'file']);
