import type { Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** Two branches of a `oneOf`, one of which accepts all that the other one does. */
export interface Overlap {
  /** The later of the two. */
  readonly index: number;
  /** True where both are the very same schema. */
  readonly isSame: boolean;
  /** The type of the values that both accept. */
  readonly type: string;
}

/** The first overlap of a schema's `oneOf` that is certain; of objects and lists only the very same one is. */
export function overlapOf({ oneOf }: Schema, scope: Pick<Scope, 'resolve'>): Overlap | undefined {
  const seen = new Set<TreeNode>();
  const branches: Branch[] = [];
  for (const [index, branch] of oneOf.entries()) {
    const schema = scope.resolve(branch);
    if (schema === undefined) continue;
    const type = soleType(schema) ?? '';
    if (seen.has(schema.tree)) return { index, isSame: true, type };
    seen.add(schema.tree);
    if (scalars.has(type)) branches.push({ index, type, format: schema.format?.value ?? '', isPlain: isPlain(schema) });
  }
  return overlapAmong(branches);
}

interface Branch {
  readonly index: number;
  readonly type: string;
  readonly format: string;
  /** True where nothing but type and format limits its values. */
  readonly isPlain: boolean;
}

const scalars = wordSet('string integer number boolean');

function overlapAmong(branches: readonly Branch[]): Overlap | undefined {
  const plain = new Map<string, number>();
  for (const { index, type, format, isPlain } of branches) {
    if (!isPlain) continue;
    for (const key of type === 'number' ? [`${type} ${format}`, 'any number'] : [`${type} ${format}`])
      if (!plain.has(key)) plain.set(key, index);
  }
  for (const { index, type, format } of branches) {
    const keys = [`${type} `, `${type} ${format}`, ...(type === 'integer' ? ['number ', 'any number'] : [])];
    const other = keys.map((key) => plain.get(key)).find((at) => at !== undefined && at !== index);
    if (other !== undefined) return { index: Math.max(index, other), isSame: false, type };
  }
  return undefined;
}

/** Keywords that limit no values. */
const unlimiting = wordSet(
  'type format title description summary default example examples deprecated readOnly writeOnly nullable xml externalDocs $comment',
);

function isPlain({ tree }: Schema): boolean {
  return entriesOf(tree).every(({ key }) => unlimiting.has(key.value) || key.value.startsWith('x-'));
}
