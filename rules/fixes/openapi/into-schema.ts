import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';
import type { Fix } from '#core/rule.ts';
import { findEntry, findValue, toPlainValue } from '#core/tree/tree.ts';

/**
 * Moves a keyword that stands at a parameter or header of 3.x, as it did in 2.0, into its schema; undefined where it is none, or the
 * schema says it already, or is written elsewhere.
 */
export function intoSchema(
  { object, key, value, map, pointer }: UnknownField,
  version: OpenApiVersion,
  uri: string,
): Fix | undefined {
  if (version === '2.0' || (object !== 'parameter' && object !== 'header') || value === undefined) return undefined;
  const keyword = key.value;
  const isKeyword = Object.hasOwn(objectOf(version, 'schema')?.fields ?? {}, keyword);
  const schema = findValue(map, 'schema');
  const isWritten = schema === undefined || schema.kind === 'map';
  if (!isKeyword || !isWritten || findEntry(schema, keyword) !== undefined || findEntry(schema, '$ref') !== undefined)
    return undefined;
  if (findEntry(map, 'content') !== undefined) return undefined;
  const to = [...pointer.slice(0, -1), 'schema', keyword];
  return {
    title: `Move “${keyword}” into “schema”`,
    safety: 'review',
    changes: [
      { kind: 'remove', uri, pointer },
      { kind: 'set', uri, pointer: to, value: toPlainValue(value) },
    ],
  };
}
