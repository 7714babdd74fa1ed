import type { Schema } from '#core/openapi/model.ts';
import { findEntry, findValue, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** True where nothing but null is allowed: by its type, or as the only value that is listed, which 3.0 needs. */
export function isNullSchema(schema: Schema | undefined): boolean {
  if (schema === undefined) return false;
  if (schema.types.length === 1 && schema.types[0] === 'null' && findEntry(schema.tree, 'type') !== undefined)
    return true;
  const listed = findValue(schema.tree, 'enum');
  if (listed?.kind === 'list') return itemsOf(listed).length > 0 && itemsOf(listed).every(isNull);
  const only = findEntry(schema.tree, 'const')?.value;
  return only !== undefined && isNull(only);
}

function isNull(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
