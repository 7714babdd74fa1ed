import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, OrReference, RequestBody, Response, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, type PlainValue } from '#core/tree/tree.ts';

/** An example of the body, of its schema or its items, or of each of its properties. */
export function hasExample(media: MediaType, scope: Scope): boolean {
  if (media.hasExample || media.schema === undefined || isExemplified(media.schema)) return true;
  const parts = combinedSchemas(media.schema, scope);
  const items = parts.flatMap((part) => (part.items ? [part.items, ...combinedSchemas(part.items, scope)] : []));
  if ([...parts, ...items].some(isExemplified)) return true;
  const owners = [...parts, ...items.filter((item) => item.kind === 'openapi.schema')];
  const properties = owners.flatMap((part) => part.properties.map(({ schema }) => [schema, scope.resolve(schema)]));
  const isShown = (schemas: (typeof properties)[number]) => schemas.some((schema) => schema && isExemplified(schema));
  return properties.length > 0 && properties.filter(isShown).length * 2 >= properties.length;
}

/** Also of a reference: what stands beside it is meant to count. */
export function isExemplified({ tree }: OrReference<Schema>): boolean {
  return ['example', 'examples', 'const', 'enum'].some((key) => findEntry(tree, key) !== undefined);
}

/** 3.x: at the media type; 2.0: in the `examples` of a response, and at the schema of a request. */
export function writeExample(body: RequestBody | Response, media: MediaType, value: PlainValue): TreeChange {
  const { uri } = media.section;
  const pointer = pointerOf(media.location);
  if (body.context.version !== '2.0') return { kind: 'set', uri, pointer: [...pointer, 'example'], value };
  if (body.kind === 'openapi.request-body') return { kind: 'set', uri, pointer: [...pointer, 'example'], value };
  return { kind: 'set', uri, pointer: [...pointer.slice(0, -1), 'examples', media.name.value], value };
}
