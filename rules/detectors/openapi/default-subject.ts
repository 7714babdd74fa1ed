import type { Schema } from '#core/openapi/model.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import { schemaName } from '#rules/schema-name.ts';

/** Which default it is: `the default of “page”`, `the default of the items of “tags”`. */
export function defaultSubject(node: Schema | Reference): string {
  const pointer = [...pointerOf(node.location)];
  let depth = 0;
  while (pointer.at(-1) === 'items' && pointer.at(-2) !== 'properties') {
    pointer.pop();
    depth++;
  }
  const name = depth === 0 && node.kind === 'openapi.schema' ? schemaName(node) : nameAt(pointer);
  const items = depth === 0 ? '' : ' of the items';
  return `the default${items}${name === undefined ? '' : ` of “${shortened(name)}”`}`;
}

/** The property or component that stands at a pointer. */
function nameAt(pointer: readonly string[]): string | undefined {
  const holder = pointer.at(-2);
  const isNamed = holder === 'properties' || holder === 'definitions' || (holder === 'schemas' && pointer.length === 3);
  return isNamed ? pointer.at(-1) : undefined;
}
