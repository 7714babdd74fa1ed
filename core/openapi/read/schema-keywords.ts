import type { SchemaRole } from '#core/openapi/model.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/** Keywords with schemas below them, and how those schemas are reached. */
export const partKeywords: ReadonlyMap<string, { readonly shape: 'one' | 'list' | 'map'; readonly role: SchemaRole }> =
  new Map([
    ['properties', { shape: 'map', role: 'property' }],
    ['items', { shape: 'one', role: 'items' }],
    ['allOf', { shape: 'list', role: 'branch' }],
    ['oneOf', { shape: 'list', role: 'branch' }],
    ['anyOf', { shape: 'list', role: 'branch' }],
    ['additionalProperties', { shape: 'one', role: 'additional' }],
    ['not', { shape: 'one', role: 'branch' }],
    ['if', { shape: 'one', role: 'branch' }],
    ['then', { shape: 'one', role: 'branch' }],
    ['else', { shape: 'one', role: 'branch' }],
    ['dependentSchemas', { shape: 'map', role: 'branch' }],
    ['prefixItems', { shape: 'list', role: 'items' }],
    ['additionalItems', { shape: 'one', role: 'items' }],
    ['unevaluatedItems', { shape: 'one', role: 'items' }],
    ['contains', { shape: 'one', role: 'items' }],
    ['patternProperties', { shape: 'map', role: 'additional' }],
    ['unevaluatedProperties', { shape: 'one', role: 'additional' }],
    ['propertyNames', { shape: 'one', role: 'other' }],
    ['contentSchema', { shape: 'one', role: 'other' }],
    ['$defs', { shape: 'map', role: 'other' }],
    ['definitions', { shape: 'map', role: 'other' }],
  ] as const);

/** Keywords that change nothing about the values a schema accepts, nor about how they are used. */
const annotations = new Set(['$comment', 'title', 'summary', 'description', 'default', 'example', 'examples']);

/** True when a keyword beside a reference says more than an annotation does; `own` is the keyword of the reference. */
export function hasTellingSibling(tree: TreeNode, own: '$ref' | '$dynamicRef'): boolean {
  return entriesOf(tree).some(
    ({ key: { value: key } }) => key !== own && !annotations.has(key) && !key.startsWith('x-'),
  );
}
