import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue } from '#core/tree/tree.ts';

/** Adds a name to the `required` of a schema, which may have none. */
export function requireProperty({ section, location, tree }: Schema, name: string): TreeChange {
  const uri = section.uri;
  const pointer = [...pointerOf(location), 'required'];
  if (findValue(tree, 'required')?.kind === 'list') return { kind: 'append', uri, pointer, value: name };
  return { kind: 'set', uri, pointer, value: [name], before: ['properties'] };
}
