import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongType } from '#core/openapi/spec/fault.ts';
import type { Fix } from '#core/rule.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findNode, findValue } from '#core/tree/tree.ts';

/** Up to 3.0: an exclusive bound that is a number, as 3.1 has it, becomes the bound and a flag beside it. Undefined where another bound is closer. */
export function oldExclusiveBound(
  { field, value, pointer, isWithin }: WrongType,
  version: OpenApiVersion,
  { uri, tree, pointer: start }: Pick<TreeSection, 'uri' | 'tree' | 'pointer'>,
): Fix | undefined {
  const bound = bounds.get(field);
  if (bound === undefined || isWithin || (version !== '2.0' && version !== '3.0')) return undefined;
  if (value.kind !== 'scalar' || typeof value.value !== 'number') return undefined;
  const own = pointer.slice(0, -1);
  const other = findValue(findNode(tree, own.slice(start.length)), bound);
  if (other !== undefined && !isWider(other.kind === 'scalar' ? other.value : undefined, value.value, bound))
    return undefined;
  return {
    title: `Write “${bound}: ${value.value}” and “${field}: true”`,
    safety: 'review',
    changes: [
      { kind: 'set', uri, pointer: [...own, bound], value: value.value, before: [field] },
      { kind: 'set', uri, pointer, value: true },
    ],
  };
}

const bounds: ReadonlyMap<string, 'minimum' | 'maximum'> = new Map([
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
]);

function isWider(other: unknown, value: number, bound: 'minimum' | 'maximum'): boolean {
  return typeof other === 'number' && (bound === 'minimum' ? other <= value : other >= value);
}
