import type { OwnedProperty } from '#core/openapi/effective/schema-properties.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';

/**
 * Marks a property as `readOnly`; undefined where 2.0 requires it, which then must not be marked (Schema Object). Before 3.1 nothing
 * counts beside a `$ref`, which goes into an `allOf`.
 */
export function markReadOnly({
  name,
  schema,
  owner,
}: OwnedProperty): readonly [TreeChange, ...TreeChange[]] | undefined {
  const { version } = owner.context;
  const isRequired = owner.required.some(({ value }) => value === name.value);
  if (schema.tree.kind !== 'map' || (version === '2.0' && isRequired)) return undefined;
  const { uri } = schema.section;
  const pointer = pointerOf(schema.location);
  const mark = { kind: 'set', uri, pointer: [...pointer, 'readOnly'], value: true } as const;
  if (schema.kind === 'openapi.schema' || version === '3.1' || version === '3.2') return [mark];
  const reference = [...pointer, '$ref'];
  return [
    { kind: 'set', uri, pointer: reference, value: [{ $ref: schema.target }] },
    { kind: 'rename', uri, pointer: reference, name: 'allOf' },
    mark,
  ];
}
