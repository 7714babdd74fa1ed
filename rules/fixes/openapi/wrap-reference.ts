import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Change, Fix } from '#core/rule.ts';

/** Puts the `$ref` of a schema into an `allOf`, so that what stands beside it counts; with a `type` where that counts beside one alone. */
export function wrapReference(reference: Reference, keys: readonly string[], type?: string): Fix {
  const { uri } = reference.section;
  const above = pointerOf(reference.location);
  const pointer = [...above, '$ref'];
  const beside = type === undefined ? '' : ` beside its type “${type}”`;
  const typed: Change[] =
    type === undefined
      ? []
      : [{ kind: 'set', uri, pointer: [...above, 'type'], value: type, ifAbsent: true, before: ['nullable'] }];
  return {
    title: `Put the $ref into allOf${beside}, so that ${quotedList(keys)} ${keys.length > 1 ? 'count' : 'counts'}`,
    safety: 'review',
    changes: [
      { kind: 'set', uri, pointer, value: [{ $ref: reference.target }] },
      { kind: 'rename', uri, pointer, name: 'allOf' },
      ...typed,
    ],
  };
}

/** Takes away what stands beside a `$ref` and is ignored there. */
export function removeSiblings(reference: Reference, [first, ...others]: readonly [string, ...string[]]): Fix {
  const { uri } = reference.section;
  const pointer = pointerOf(reference.location);
  const remove = (key: string): Change => ({ kind: 'remove', uri, pointer: [...pointer, key] });
  return {
    title: `Remove ${quotedList([first, ...others])}, which ${others.length > 0 ? 'are' : 'is'} ignored beside the $ref`,
    safety: 'review',
    changes: [remove(first), ...others.map(remove)],
  };
}

/** `“a”, “b” and “c”`. */
export function quotedList(keys: readonly string[]): string {
  const quoted = keys.map((key) => `“${key}”`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
