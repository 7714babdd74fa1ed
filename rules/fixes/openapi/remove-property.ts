import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue, itemsOf } from '#core/tree/tree.ts';

/** Takes a property out of a schema, and its name out of what is required there. */
export function removeProperty(owner: Schema, name: string): readonly [TreeChange, ...TreeChange[]] {
  const { uri } = owner.section;
  const pointer = [...pointerOf(owner.location), 'properties', name];
  return [{ kind: 'remove', uri, pointer, prune: true }, ...dropRequired(owner, name)];
}

function dropRequired(owner: Schema, name: string): readonly TreeChange[] {
  const index = itemsOf(findValue(owner.tree, 'required')).findIndex(
    (item) => item.kind === 'scalar' && item.value === name,
  );
  if (index < 0) return [];
  const pointer = [...pointerOf(owner.location), 'required', String(index)];
  return [{ kind: 'remove', uri: owner.section.uri, pointer, prune: true }];
}
