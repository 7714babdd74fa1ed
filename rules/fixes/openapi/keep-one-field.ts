import type { TooManyFields } from '#core/openapi/spec/fault.ts';
import type { Fix } from '#core/rule.ts';
import { findEntry, findValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** Leaves one of two fields that exclude each other: either of them, or the one that can hold both. */
export function keepOneField({ pointer, keys, map, object }: TooManyFields, uri: string): readonly Fix[] {
  const [first, second, ...others] = keys.map(({ value }) => value);
  if (first === undefined || second === undefined || others.length > 0 || keys.some(isMerged)) return [];
  // Which of the operations a link means only its author knows.
  if (object === 'link') return [];
  const joined = joinedExamples(findValue(map, 'example'), findValue(map, 'examples'));
  if (joined !== undefined) {
    const set = { kind: 'set', uri, pointer: [...pointer, 'examples', joined.name], value: joined.value } as const;
    const remove = { kind: 'remove', uri, pointer: [...pointer, 'example'] } as const;
    return [{ title: 'Move the example into `examples`', safety: 'review', changes: [set, remove] }];
  }
  return [keep(first, second), keep(second, first)];

  function isMerged({ value }: { readonly value: string }): boolean {
    return findEntry(map, value)?.merged === true;
  }

  function keep(kept: string, left: string): Fix {
    const remove = (key: string) => ({ kind: 'remove', uri, pointer: [...pointer, key] }) as const;
    // They say how a schema is written: the media type of `content` says it for itself.
    const idle = kept === 'content' && left === 'schema' ? ['style', 'explode', 'allowReserved'] : [];
    const written = idle.filter((key) => findEntry(map, key) !== undefined && !isMerged({ value: key }));
    return {
      title: `Keep \`${kept}\` and leave out \`${left}\``,
      safety: 'review',
      changes: [remove(left), ...written.map(remove)],
    };
  }
}

/** The one example as an entry of the map of several. */
function joinedExamples(example: TreeNode | undefined, examples: TreeNode | undefined) {
  if (example === undefined || examples?.kind !== 'map' || findEntry(examples, '$ref') !== undefined) return undefined;
  const isTaken = (name: string): boolean => findEntry(examples, name) !== undefined;
  let name = 'example';
  for (let count = 2; isTaken(name); count++) name = `example${count}`;
  return { name, value: { value: toPlainValue(example) } };
}
