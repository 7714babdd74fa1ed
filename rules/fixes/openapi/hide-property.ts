import type { OwnedProperty } from '#core/openapi/effective/schema-properties.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { removeProperty } from '#rules/fixes/openapi/remove-property.ts';

/** What keeps a property to those who send it. */
export interface HiddenProperty {
  readonly title: string;
  readonly changes: readonly [TreeChange, ...TreeChange[]];
}

/** `writeOnly` where requests need the property, else its removal; undefined where 2.0 or a `$ref` allows neither. */
export function hiddenProperty({ owner, name, schema }: OwnedProperty, inRequest: boolean): HiddenProperty | undefined {
  const { uri } = owner.section;
  const pointer = [...pointerOf(owner.location), 'properties', name.value];
  if (!inRequest) {
    return { title: `Remove the property “${name.value}”`, changes: removeProperty(owner, name.value) };
  }
  if (schema.kind !== 'openapi.schema' || owner.context.version === '2.0') return undefined;
  const change = { kind: 'set', uri, pointer: [...pointer, 'writeOnly'], value: true } as const;
  return { title: `Make “${name.value}” write-only`, changes: [change] };
}
