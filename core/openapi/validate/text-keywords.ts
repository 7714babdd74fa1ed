import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { numberOf } from '#core/openapi/validate/number-keywords.ts';
import { Pattern } from '#core/openapi/validate/pattern/pattern.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** The text a scalar is; undefined for anything else. */
export function textOf(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

export const textKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['minLength', (said) => lengthLimit('minLength', said, (found, bound) => found >= bound)],
  ['maxLength', (said) => lengthLimit('maxLength', said, (found, bound) => found <= bound)],
  ['pattern', readPattern],
];

/** Counted in characters, not in UTF-16 units. */
function lengthLimit(
  keyword: string,
  said: TreeNode,
  holds: (found: number, limit: number) => boolean,
): KeywordCheck | undefined {
  const limit = numberOf(said);
  if (limit === undefined) return undefined;
  return (_run, schema, value, out) => {
    const text = textOf(value);
    const found = text === undefined ? undefined : [...text].length;
    if (found !== undefined && !holds(found, limit)) out.add({ kind: 'bound', value, schema, keyword, limit, found });
  };
}

function readPattern(said: TreeNode): KeywordCheck | undefined {
  const source = textOf(said);
  if (source === undefined) return undefined;
  const pattern = new Pattern(source);
  return (run, schema, value, out) => {
    const text = textOf(value);
    if (text === undefined) return;
    const { isFound, steps } = pattern.search(text);
    run.spend(steps);
    if (isFound === undefined) out.isUnknown = true;
    else if (!isFound) out.add({ kind: 'pattern', value, schema, keyword: 'pattern', pattern: source });
  };
}
