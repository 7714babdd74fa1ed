import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, findValue } from '#core/tree/tree.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';

/** Takes null out of the values of a schema that has one type beside it; empty where it is said in another way. */
export function refuseNull(schema: Schema): readonly TreeChange[] {
  const { section, location, tree } = schema;
  const type = soleType(schema);
  if (type === undefined || !isWrittenInPlace(schema, 'type') || findEntry(tree, 'enum') !== undefined) return [];
  const pointer = pointerOf(location);
  const uri = section.uri;
  const flags = ['nullable', 'x-nullable'].filter((key) => findEntry(tree, key) !== undefined);
  return [
    ...(findValue(tree, 'type')?.kind === 'list'
      ? [{ kind: 'set', uri, pointer: [...pointer, 'type'], value: type } as const]
      : []),
    ...flags.map((key) => ({ kind: 'remove', uri, pointer: [...pointer, key] }) as const),
  ];
}
