import type { DescriptionContext } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Change, Fix } from '#core/rule.ts';
import { findEntry, findValue, itemsOf, type MapNode, type TreeNode } from '#core/tree/tree.ts';
import { nullBeside } from '#rules/fixes/openapi/null-beside.ts';

/** From 3.1 on: null as one of the types, instead of `nullable`; where the schema has no type of its own, as an alternative. */
export function withoutNullable(fault: UnknownField, uri: string, context: DescriptionContext): Fix | undefined {
  const { key, value, map, pointer } = fault;
  if (key.value !== 'nullable' || value?.kind !== 'scalar' || map === undefined) return undefined;
  const remove: Change = { kind: 'remove', uri, pointer };
  if (value.value !== true) return { title: 'Remove “nullable”', safety: 'safe', changes: [remove] };
  const types = typesOf(findValue(map, 'type'));
  if (types.length === 0) return findEntry(map, 'type') === undefined ? nullBeside(fault, uri, context) : undefined;
  const above = pointer.slice(0, -1);
  const type = [...new Set([...types, 'null'])];
  const changes: readonly Change[] = [
    { kind: 'set', uri, pointer: [...above, 'type'], value: type },
    ...listNull(map, uri, above),
  ];
  return { title: 'Make null one of the types', safety: 'review', changes: [remove, ...changes] };
}

/** What is listed holds null, too. */
function listNull(map: MapNode, uri: string, above: readonly string[]): readonly Change[] {
  const listed = findValue(map, 'enum');
  if (listed?.kind !== 'list' || listed.items.some((item) => item.kind === 'scalar' && item.value === null)) return [];
  return [{ kind: 'append', uri, pointer: [...above, 'enum'], value: null }];
}

function typesOf(type: TreeNode | undefined): readonly string[] {
  const named = type?.kind === 'list' ? itemsOf(type) : type === undefined ? [] : [type];
  return named.flatMap((one) => (one.kind === 'scalar' && typeof one.value === 'string' ? [one.value] : []));
}
