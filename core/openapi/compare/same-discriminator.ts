import { entriesOf, findString, findValue, type TreeNode } from '#core/tree/tree.ts';

/** True where the property is the same, and no value stands for another branch. */
export function isSameDiscriminator(before: TreeNode, after: TreeNode): boolean {
  if (propertyOf(before) !== propertyOf(after)) return false;
  const now = mappingOf(after);
  return [...mappingOf(before)].every(([value, target]) => (now.get(value) ?? target) === target);
}

/** In 2.0 the name alone is written. */
function propertyOf(discriminator: TreeNode): string | undefined {
  if (discriminator.kind === 'scalar') return String(discriminator.value);
  return findString(discriminator, 'propertyName')?.value;
}

/** By value, the name of the schema it stands for. */
function mappingOf(discriminator: TreeNode): ReadonlyMap<string, string> {
  const mapping = findValue(discriminator, 'mapping');
  const entries = mapping === undefined ? [] : entriesOf(mapping);
  return new Map(
    entries.flatMap(({ key, value }) =>
      value?.kind === 'scalar' ? [[key.value, String(value.value).split('/').at(-1) ?? ''] as const] : [],
    ),
  );
}
