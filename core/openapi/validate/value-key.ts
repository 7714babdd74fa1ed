import { entriesOf, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** A text that two values share when they are equal (JSON Schema 2020-12 §4.2.2): the order of keys does not count. */
export function valueKey(value: TreeNode | undefined): string {
  switch (value?.kind) {
    case undefined:
      return 'null';
    case 'scalar':
      return typeof value.value === 'number' ? numberKey(value.value) : JSON.stringify(value.value);
    case 'list':
      return `[${itemsOf(value).map(valueKey).join()}]`;
    case 'map':
      return mapKey(value);
    default:
      return value satisfies never;
  }
}

/** JSON knows no `NaN` and no infinity, YAML does. */
function numberKey(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}

/** The last one of doubled keys counts. */
function mapKey(value: TreeNode): string {
  const byName = new Map(entriesOf(value).map((entry) => [entry.key.value, entry.value]));
  const texts = [...byName].map(([name, inner]) => `${JSON.stringify(name)}:${valueKey(inner)}`);
  return `{${texts.sort().join()}}`;
}
