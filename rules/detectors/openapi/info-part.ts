import type { Info } from '#core/openapi/model.ts';
import { findEntry, type TreeNode } from '#core/tree/tree.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';

/** The API as a sentence begins: `“Shop”`. */
export function apiTitle({ title }: Info): string {
  return title === undefined ? 'This API' : `“${title.value}”`;
}

/** True where `info` has no such field, and none that may be a slip of it. */
export function lacksPart({ tree }: Info, field: string): boolean {
  return lacksField(tree, field);
}

/** The map under a key of `info`; undefined where there is none, or a `$ref` in its place. */
export function partOfInfo({ tree }: Info, field: string): TreeNode | undefined {
  const part = findEntry(tree, field)?.value;
  return part?.kind === 'map' && findEntry(part, '$ref') === undefined ? part : undefined;
}
