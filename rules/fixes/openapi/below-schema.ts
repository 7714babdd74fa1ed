import type { Fix } from '#core/rule.ts';

/** A `$ref` to a schema that stands for a media type, parameter or header, in the `schema` of it; the pointer is that of its map. */
export function belowSchema(uri: string, pointer: readonly string[]): Fix {
  const changes = [{ kind: 'move', uri, pointer: [...pointer, '$ref'], to: [...pointer, 'schema', '$ref'] }] as const;
  return { title: 'Put the $ref below “schema”', safety: 'review', changes };
}
