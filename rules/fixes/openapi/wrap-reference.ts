import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Change, Fix } from '#core/rule.ts';

/** Puts the `$ref` of a schema into an `allOf`, so that what stands beside it counts. */
export function wrapReference(reference: Reference, what: string): Fix {
  const { uri } = reference.section;
  const pointer = [...pointerOf(reference.location), '$ref'];
  return {
    title: `Put the $ref into allOf, so that ${what} counts`,
    safety: 'review',
    changes: [
      { kind: 'set', uri, pointer, value: [{ $ref: reference.target }] },
      { kind: 'rename', uri, pointer, name: 'allOf' },
    ],
  };
}

/** Takes away what stands beside a `$ref` and is ignored there. */
export function removeSiblings(reference: Reference, [first, ...others]: readonly [string, ...string[]]): Fix {
  const { uri } = reference.section;
  const pointer = pointerOf(reference.location);
  const remove = (key: string): Change => ({ kind: 'remove', uri, pointer: [...pointer, key] });
  return {
    title: `Remove ${[first, ...others].map((key) => `“${key}”`).join(' and ')}, which is ignored beside the $ref`,
    safety: 'review',
    changes: [remove(first), ...others.map(remove)],
  };
}
