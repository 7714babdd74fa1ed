import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { valueKey } from '#core/openapi/validate/value-key.ts';
import { itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** Keywords after which nothing else needs to be said of a value that is wrong. */
export const valueKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['type', readType],
  ['enum', (said) => (said.kind === 'list' ? oneOf('enum', itemsOf(said)) : undefined)],
  ['const', (said) => oneOf('const', [said])],
];

/** A type that is not known says nothing. */
function readType(said: TreeNode): KeywordCheck | undefined {
  const named = said.kind === 'list' ? said.items : [said];
  const expected = named.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? item.value : [],
  );
  const isKnown = expected.length === named.length && expected.every((name) => typeTests.has(name));
  return (_run, schema, value, out) => {
    if (expected.some((name) => typeTests.get(name)?.(value))) return;
    if (isKnown) out.add({ kind: 'type', value, schema, keyword: 'type', expected });
    else out.isUnknown = true;
  };
}

/** True for a value of this type of JSON Schema. */
export function isOfType(value: TreeNode, type: string): boolean {
  return typeTests.get(type)?.(value) ?? false;
}

const typeTests: ReadonlyMap<string, (value: TreeNode) => boolean> = new Map([
  ['object', ({ kind }: TreeNode) => kind === 'map'],
  ['array', ({ kind }: TreeNode) => kind === 'list'],
  ['string', (value: TreeNode) => value.kind === 'scalar' && typeof value.value === 'string'],
  ['number', (value: TreeNode) => value.kind === 'scalar' && typeof value.value === 'number'],
  ['integer', (value: TreeNode) => value.kind === 'scalar' && Number.isInteger(value.value)],
  ['boolean', (value: TreeNode) => value.kind === 'scalar' && typeof value.value === 'boolean'],
  ['null', (value: TreeNode) => value.kind === 'scalar' && value.value === null],
]);

/** The type of a value by JSON Schema: `integer` for a whole number. */
export function typeOf(value: TreeNode): string {
  if (isOfType(value, 'integer')) return 'integer';
  for (const [name, holds] of typeTests) if (holds(value)) return name;
  return 'null';
}

function oneOf(keyword: string, allowed: readonly TreeNode[]): KeywordCheck {
  const keys = new Set(allowed.map(valueKey));
  return (run, schema, value, out) => {
    // What is longer than all of them would be read in vain.
    if (value.kind !== 'scalar') run.spend(1);
    if (!keys.has(valueKey(value))) out.add({ kind: 'enum', value, schema, keyword, allowed });
  };
}
