import { isMultiple } from '#core/openapi/validate/exact-multiple.ts';
import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { findBoolean, type TreeNode } from '#core/tree/tree.ts';

/** The number a scalar is; undefined for anything else. */
export function numberOf(node: TreeNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** Those of all versions. */
export const numberKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['multipleOf', (said) => limit('multipleOf', said, isMultiple)],
];

/** Up to 3.0 a boolean beside `minimum` and `maximum` says whether the limit itself is left out. */
export const earlierLimits: readonly (readonly [string, ReadKeyword])[] = [
  [
    'minimum',
    (said, schema) => (isTrue(schema, 'exclusiveMinimum') ? mustExceed(said) : limit('minimum', said, atLeast)),
  ],
  [
    'maximum',
    (said, schema) => (isTrue(schema, 'exclusiveMaximum') ? mustStayBelow(said) : limit('maximum', said, atMost)),
  ],
];

/** From 3.1 on that is a limit of its own. */
export const laterLimits: readonly (readonly [string, ReadKeyword])[] = [
  ['minimum', (said) => limit('minimum', said, atLeast)],
  ['maximum', (said) => limit('maximum', said, atMost)],
  ['exclusiveMinimum', mustExceed],
  ['exclusiveMaximum', mustStayBelow],
];

function mustExceed(said: TreeNode): KeywordCheck | undefined {
  return limit('exclusiveMinimum', said, above);
}

function mustStayBelow(said: TreeNode): KeywordCheck | undefined {
  return limit('exclusiveMaximum', said, below);
}

function isTrue(schema: TreeNode, keyword: string): boolean {
  return findBoolean(schema, keyword)?.value === true;
}

function limit(
  keyword: string,
  said: TreeNode,
  holds: (found: number, limit: number) => boolean,
): KeywordCheck | undefined {
  const bound = numberOf(said);
  if (bound === undefined) return undefined;
  return (_run, schema, value, out) => {
    const found = numberOf(value);
    if (found === undefined || Number.isNaN(found) || holds(found, bound)) return;
    out.add({ kind: 'bound', value, schema, keyword, limit: bound, found });
  };
}

const atLeast = (found: number, bound: number): boolean => found >= bound;
const atMost = (found: number, bound: number): boolean => found <= bound;
const above = (found: number, bound: number): boolean => found > bound;
const below = (found: number, bound: number): boolean => found < bound;
