import { kindsByKeyword } from '#core/openapi/spec/keyword-types.ts';
import { keywordNames } from '#core/openapi/validate/keywords-of.ts';
import { isOfType } from '#core/openapi/validate/value-keywords.ts';
import type { MapNode, ScalarNode, TreeNode } from '#core/tree/tree.ts';

/** How a scalar fits: `unjudged` where it does if a text or number is in a format, which is not looked at. */
export type PlainFit = 'fits' | 'unjudged';

/**
 * How a scalar fits a schema that says nothing of it but what is told here at a glance, the same in all versions; undefined where it may
 * not fit, or more is said: then the keywords of the schema are asked. Nearly all that is written out ends in such scalars.
 */
export function plainFit(schema: MapNode, value: ScalarNode): PlainFit | undefined {
  let isUnjudged = false;
  let isListed = false;
  for (const { key, value: said } of schema.entries) {
    const holds = atAGlance.get(key.value);
    if (holds === undefined) continue;
    if (said === undefined || !holds(said, value)) return undefined;
    if (key.value === 'format') isUnjudged = typeof value.value === 'string' || typeof value.value === 'number';
    else if (key.value === 'enum') isListed = true;
  }
  return isUnjudged && !isListed ? 'unjudged' : 'fits';
}

/** True where a keyword certainly has nothing against a scalar. */
type Holds = (said: TreeNode, value: ScalarNode) => boolean;

/** True for a keyword that speaks of lists or objects alone. */
function isOfOthers(keyword: string): boolean {
  const kind = kindsOfAll.get(keyword);
  return kind === 'array' || kind === 'object';
}

/** Those that all versions know. */
const kindsOfAll = kindsByKeyword('3.0');

const askedElsewhere: Holds = () => false;

const atAGlance: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ...keywordNames()
    .filter((name) => !isOfOthers(name))
    .map((name) => [name, askedElsewhere] as const),
  ['type', isOfOne],
  ['enum', isAmong],
  ['format', () => true],
  ['minimum', (said, { value }) => typeof value !== 'number' || (isNumber(said) && value > said.value)],
  ['maximum', (said, { value }) => typeof value !== 'number' || (isNumber(said) && value < said.value)],
  // Up to 3.0 they say of those two whether the limit itself is left out, which nothing here is.
  ['exclusiveMinimum', isFlag],
  ['exclusiveMaximum', isFlag],
  // Counted in characters, which are one or two UTF-16 units each.
  ['minLength', (said, { value }) => typeof value !== 'string' || (isNumber(said) && value.length / 2 >= said.value)],
  ['maxLength', (said, { value }) => typeof value !== 'string' || (isNumber(said) && value.length <= said.value)],
]);

function isOfOne(said: TreeNode, value: ScalarNode): boolean {
  if (said.kind === 'list') return said.items.some((item) => isOfOne(item, value));
  return said.kind === 'scalar' && typeof said.value === 'string' && isOfType(value, said.value);
}

function isAmong(said: TreeNode, { value }: ScalarNode): boolean {
  return said.kind === 'list' && said.items.some((item) => item.kind === 'scalar' && item.value === value);
}

function isNumber(said: TreeNode): said is ScalarNode & { readonly value: number } {
  return said.kind === 'scalar' && typeof said.value === 'number';
}

function isFlag(said: TreeNode): boolean {
  return said.kind === 'scalar' && typeof said.value === 'boolean';
}
