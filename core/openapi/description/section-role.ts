import type { Naming } from '#core/openapi/read/read-reference.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** A place of a file that a `$ref` leads to, and what it is read as. */
export interface FragmentTarget {
  /** Keys and list indexes from the file's root. */
  readonly pointer: readonly string[];
  /** The kind the reference expects. */
  readonly to: string;
  readonly naming: Naming;
}

/**
 * What a section is within a description: part of the root file, where its pointer says what stands there, or of a file
 * that references lead into. Roles with the same `key` read a section the same way.
 */
export type SectionRole = { readonly kind: 'root'; readonly key: 'root' } | FragmentRole;

export interface FragmentRole {
  readonly kind: 'fragment';
  readonly key: string;
  readonly targets: readonly FragmentTarget[];
}

export const rootRole: SectionRole = { kind: 'root', key: 'root' };

/** The role of a section that these targets lie in; outer targets come first, whatever the order given. */
export function fragmentRole(targets: readonly FragmentTarget[]): FragmentRole {
  const ordered = [...targets].sort((a, b) => a.pointer.length - b.pointer.length || compareKeys(a, b));
  return { kind: 'fragment', key: ordered.map(targetKey).join('\n'), targets: ordered };
}

/** Equal for targets that read the same value in the same way. */
export function targetKey({ pointer, to, naming }: FragmentTarget): string {
  return JSON.stringify([pointer, to, naming.name, naming.origin, naming.method, naming.part]);
}

/** Steps from the section's own value to the target. */
export function stepsWithin(section: TreeSection, { pointer }: FragmentTarget): readonly string[] {
  return pointer.slice(section.pointer.length);
}

function compareKeys(a: FragmentTarget, b: FragmentTarget): number {
  const [left, right] = [targetKey(a), targetKey(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
