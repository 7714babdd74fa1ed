import type { OpenApiVersion } from '#core/openapi/model.ts';
import { allOf, branchKeywords, conditionKeywords } from '#core/openapi/validate/branch-keywords.ts';
import { dependentKeywords } from '#core/openapi/validate/dependent-keywords.ts';
import { contentKeywords, formatKeywords } from '#core/openapi/validate/format-keywords.ts';
import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { laterListKeywords, listKeywords, unevaluatedItems } from '#core/openapi/validate/list-keywords.ts';
import { laterMapKeywords, mapKeywords, unevaluatedProperties } from '#core/openapi/validate/map-keywords.ts';
import { earlierLimits, laterLimits, numberKeywords } from '#core/openapi/validate/number-keywords.ts';
import { textKeywords } from '#core/openapi/validate/text-keywords.ts';
import { valueKeywords } from '#core/openapi/validate/value-keywords.ts';
import { findBoolean, itemsOf, type MapNode, type TreeNode } from '#core/tree/tree.ts';

/** What a schema says of values, in the order it is asked. */
export interface Keywords {
  /** Where one of these is not content, the others are not asked. */
  readonly first: readonly KeywordCheck[];
  readonly rest: readonly KeywordCheck[];
  /** They speak of what the others left. */
  readonly last: readonly KeywordCheck[];
  /** Whatever else it says, it accepts `null`. */
  readonly isNullable: boolean;
  /** It has an `$id`. */
  readonly isResource: boolean;
}

const reference: ReadKeyword = (said) =>
  said.kind === 'scalar' && typeof said.value === 'string'
    ? (run, schema, value, out) => run.follow(schema, '$ref', value, out)
    : undefined;

const dynamicReference: ReadKeyword = (said) =>
  said.kind === 'scalar' && typeof said.value === 'string'
    ? (run, schema, value, out) => run.follow(schema, '$dynamicRef', value, out)
    : undefined;

const plain = [...numberKeywords, ...textKeywords, ...formatKeywords, ...mapKeywords, ...listKeywords];

/** When a keyword is asked: before all others, with most, or after all others. */
type Turn = 'first' | 'rest' | 'last';

interface KnownKeyword {
  readonly turn: Turn;
  readonly read: ReadKeyword;
}

/** What a version of the specification lets a schema say. */
interface Dialect {
  readonly keywords: ReadonlyMap<string, KnownKeyword>;
  /** Up to 3.0 what stands beside a `$ref` counts for nothing. */
  readonly allowsSiblings: boolean;
  /** What was read of schemas. */
  readonly known: WeakMap<MapNode, Keywords>;
}

type NamedKeywords = readonly (readonly [string, ReadKeyword])[];

function inTurn(turn: Turn, keywords: NamedKeywords): readonly (readonly [string, KnownKeyword])[] {
  return keywords.map(([name, read]) => [name, { turn, read }] as const);
}

const of20 = [
  ...inTurn(
    'first',
    valueKeywords.filter(([name]) => name !== 'const'),
  ),
  ...inTurn('rest', [...plain, ...earlierLimits, ['allOf', allOf]]),
];

const of30 = [...of20, ...inTurn('rest', branchKeywords)];

/** JSON Schema 2020-12. */
const of31 = [
  ...of30,
  ...inTurn('first', valueKeywords),
  ...inTurn('rest', [
    ['$ref', reference],
    ['$dynamicRef', dynamicReference],
    ...laterLimits,
    ...contentKeywords,
    ...laterMapKeywords,
    ...dependentKeywords,
    ...laterListKeywords,
    ...conditionKeywords,
  ]),
  ...inTurn('last', [
    ['unevaluatedItems', unevaluatedItems],
    ['unevaluatedProperties', unevaluatedProperties],
  ]),
];

const dialect31: Dialect = { keywords: new Map(of31), allowsSiblings: true, known: new WeakMap() };

const dialects: { readonly [V in OpenApiVersion]: Dialect } = {
  '2.0': { keywords: new Map(of20), allowsSiblings: false, known: new WeakMap() },
  '3.0': { keywords: new Map(of30), allowsSiblings: false, known: new WeakMap() },
  '3.1': dialect31,
  '3.2': dialect31,
};

/** The names of all keywords by which a schema of any version may say something of values. */
export function keywordNames(): readonly string[] {
  return [...dialect31.keywords.keys()];
}

/** What a schema says; read once, from its own tree alone. */
export function keywordsOf(schema: MapNode, version: OpenApiVersion): Keywords {
  const dialect = dialects[version];
  const before = dialect.known.get(schema);
  if (before !== undefined) return before;
  const keywords = readKeywords(schema, dialect);
  dialect.known.set(schema, keywords);
  return keywords;
}

const noChecks: readonly KeywordCheck[] = [];
const onlyReference: readonly KeywordCheck[] = [(run, site, value, out) => run.follow(site, '$ref', value, out)];

/** Many say so in a part of their own, since nothing may stand beside a `$ref`. */
function saysNullable(part: TreeNode): boolean {
  return findBoolean(part, 'nullable')?.value === true;
}

/** Half a million schemas are read so in a file of ten megabytes: their entries are gone through once. */
function readKeywords(schema: MapNode, { keywords, allowsSiblings }: Dialect): Keywords {
  const checks: { readonly [T in Turn]: KeywordCheck[] } = { first: [], rest: [], last: [] };
  let [isNullable, isResource, isReference] = [false, false, false];
  for (const { key, value } of schema.entries) {
    const name = key.value;
    const plainValue = value?.kind === 'scalar' ? value.value : undefined;
    if (name === 'nullable' || name === 'x-nullable') isNullable ||= plainValue === true;
    else if (name === 'allOf') isNullable ||= itemsOf(value).some(saysNullable);
    else if (name === '$id') isResource = typeof plainValue === 'string';
    else if (name === '$ref') isReference = typeof plainValue === 'string';
    const keyword = keywords.get(name);
    const check = value && keyword?.read(value, schema);
    if (keyword !== undefined && check !== undefined) checks[keyword.turn].push(check);
  }
  const isLoneReference = isReference && !allowsSiblings;
  if (isLoneReference) return { first: noChecks, rest: onlyReference, last: noChecks, isNullable, isResource };
  return { ...checks, isNullable, isResource };
}
