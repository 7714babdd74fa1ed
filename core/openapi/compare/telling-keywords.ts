import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/** Keywords that say nothing of which values there are. */
const annotations = new Set(
  '$comment title summary description default example examples deprecated externalDocs xml readOnly writeOnly'.split(
    ' ',
  ),
);

/** The keywords by which a schema says which values there are. */
export function keywordsOf(tree: TreeNode): readonly string[] {
  const names = entriesOf(tree).map(({ key }) => key.value);
  return names.filter((name) => !annotations.has(name) && (!name.startsWith('x-') || name === 'x-nullable'));
}
