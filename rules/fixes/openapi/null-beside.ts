import type { DescriptionContext } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Change, Collector, Fix, Survey } from '#core/rule.ts';
import {
  findEntry,
  findString,
  findValue,
  itemsOf,
  type MapNode,
  type PlainValue,
  type TreeNode,
  toPlainValue,
} from '#core/tree/tree.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';

const nullType = { type: 'null' } as const;

/**
 * From 3.1 on: null as an alternative, instead of `nullable` beside a `$ref`, `allOf`, `anyOf`, `oneOf` or `enum` without a type.
 * Undefined where something else is meant, or a discriminator would have to tell null from the others.
 */
export function nullBeside(
  { map, pointer }: UnknownField,
  uri: string,
  { rootUri }: DescriptionContext,
): Fix | undefined {
  if (map === undefined || findEntry(map, 'discriminator') !== undefined) return undefined;
  const above = pointer.slice(0, -1);
  const remove: Change = { kind: 'remove', uri, pointer };
  const title = 'Write null as one of the alternatives';
  const written = whole.filter((key) => findEntry(map, key) !== undefined);
  const [key] = written;
  if (key === undefined || written.length > 1) return undefined;
  if (key !== '$ref' && key !== 'allOf') {
    const list = findValue(map, key);
    if (list?.kind !== 'list' || findEntry(map, 'const') !== undefined) return undefined;
    const value = key === 'enum' ? null : nullType;
    const append: Change = { kind: 'append', uri, pointer: [...above, key], value };
    const changes = itemsOf(list).some(isNull) ? ([remove] as const) : ([append, remove] as const);
    return { title: key === 'enum' ? 'List null among the values' : title, safety: 'review', changes };
  }
  const meant = alternative(map, key);
  if (meant === undefined) return undefined;
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const name = mostUsed(survey.gathered(alternatives).map(({ value }) => value)) ?? 'anyOf';
    const to = [...above, key];
    return [
      { kind: 'set', uri, pointer: to, value: [meant, nullType] },
      { kind: 'rename', uri, pointer: to, name },
      remove,
    ];
  };
  return { title, safety: 'review', changes: { rootUri, make } };
}

/** What says of a schema without a type which values there are. */
const whole = ['$ref', 'allOf', 'anyOf', 'oneOf', 'enum'] as const;

/** What is nullable, as one schema. */
function alternative(map: MapNode, key: '$ref' | 'allOf'): PlainValue | undefined {
  if (key === '$ref') {
    const target = findString(map, '$ref')?.value;
    return target === undefined ? undefined : { $ref: target };
  }
  const parts = itemsOf(findValue(map, 'allOf')).map(toPlainValue);
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : parts.length === 0 ? undefined : { allOf: parts };
}

function isNull(node: TreeNode | undefined): boolean {
  return (node?.kind === 'scalar' && node.value === null) || findString(node, 'type')?.value === 'null';
}

/** How null is written as an alternative elsewhere. */
export const alternatives: Collector<'anyOf' | 'oneOf'> = {
  on: ['openapi.schema'],
  isClosed: () => false,
  *gather(node) {
    if (node.kind !== 'openapi.schema') return;
    for (const key of ['anyOf', 'oneOf'] as const) if (itemsOf(findValue(node.tree, key)).some(isNull)) yield key;
  },
};
