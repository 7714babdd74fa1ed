import type { OpenApiVersion } from '#core/openapi/model.ts';
import { allOf, branchKeywords, conditionKeywords } from '#core/openapi/validate/branch-keywords.ts';
import { dependentKeywords } from '#core/openapi/validate/dependent-keywords.ts';
import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { laterListKeywords, listKeywords, unevaluatedItems } from '#core/openapi/validate/list-keywords.ts';
import { laterMapKeywords, mapKeywords, unevaluatedProperties } from '#core/openapi/validate/map-keywords.ts';
import { numberKeywords } from '#core/openapi/validate/number-keywords.ts';
import { textKeywords } from '#core/openapi/validate/text-keywords.ts';
import { valueKeywords } from '#core/openapi/validate/value-keywords.ts';
import { findBoolean, findString, type MapNode } from '#core/tree/tree.ts';

/** What a schema says of values, in the order it is asked. */
export interface Keywords {
  /** Where one of these is not content, the others are not asked. */
  readonly first: readonly KeywordCheck[];
  readonly rest: readonly KeywordCheck[];
  /** They speak of what the others left. */
  readonly last: readonly KeywordCheck[];
  /** Whatever else it says, it accepts `null`. */
  readonly isNullable: boolean;
}

const reference: ReadKeyword = (said) =>
  said.kind === 'scalar' && typeof said.value === 'string'
    ? (run, schema, value, out) => run.follow(schema, '$ref', value, out)
    : undefined;

const dynamicReference: ReadKeyword = (said) =>
  said.kind === 'scalar' && typeof said.value === 'string'
    ? (run, schema, value, out) => run.follow(schema, '$dynamicRef', value, out)
    : undefined;

const plain = [...numberKeywords, ...textKeywords, ...mapKeywords, ...listKeywords];

/** What a version of the specification lets a schema say. */
interface Dialect {
  readonly first: ReadonlyMap<string, ReadKeyword>;
  readonly rest: ReadonlyMap<string, ReadKeyword>;
  readonly last: ReadonlyMap<string, ReadKeyword>;
  /** Up to 3.0 what stands beside a `$ref` counts for nothing. */
  readonly allowsSiblings: boolean;
}

const none: ReadonlyMap<string, ReadKeyword> = new Map();
const valueKeywordsOf30 = new Map(valueKeywords.filter(([name]) => name !== 'const'));

const dialect20: Dialect = {
  first: valueKeywordsOf30,
  rest: new Map([...plain, ['allOf', allOf]]),
  last: none,
  allowsSiblings: false,
};

const dialect30: Dialect = { ...dialect20, rest: new Map([...dialect20.rest, ...branchKeywords]) };

/** JSON Schema 2020-12. */
const dialect31: Dialect = {
  first: new Map(valueKeywords),
  rest: new Map([
    ['$ref', reference],
    ['$dynamicRef', dynamicReference],
    ...dialect30.rest,
    ...laterMapKeywords,
    ...dependentKeywords,
    ...laterListKeywords,
    ...conditionKeywords,
  ]),
  last: new Map([
    ['unevaluatedItems', unevaluatedItems],
    ['unevaluatedProperties', unevaluatedProperties],
  ]),
  allowsSiblings: true,
};

const dialects: { readonly [V in OpenApiVersion]: Dialect } = {
  '2.0': dialect20,
  '3.0': dialect30,
  '3.1': dialect31,
  '3.2': dialect31,
};

const known = new Map<Dialect, WeakMap<MapNode, Keywords>>();

/** What a schema says; read once, from its own tree alone. */
export function keywordsOf(schema: MapNode, version: OpenApiVersion): Keywords {
  const dialect = dialects[version];
  const byTree = known.get(dialect) ?? new WeakMap<MapNode, Keywords>();
  known.set(dialect, byTree);
  const keywords = byTree.get(schema) ?? readKeywords(schema, dialect);
  byTree.set(schema, keywords);
  return keywords;
}

function readKeywords(schema: MapNode, { first, rest, last, allowsSiblings }: Dialect): Keywords {
  const isNullable = ['nullable', 'x-nullable'].some((key) => findBoolean(schema, key)?.value === true);
  if (!allowsSiblings && findString(schema, '$ref') !== undefined) {
    return { first: [], rest: [(run, site, value, out) => run.follow(site, '$ref', value, out)], last: [], isNullable };
  }
  return {
    first: checksOf(schema, first),
    rest: checksOf(schema, rest),
    last: checksOf(schema, last),
    isNullable,
  };
}

function checksOf(schema: MapNode, keywords: ReadonlyMap<string, ReadKeyword>): readonly KeywordCheck[] {
  const checks: KeywordCheck[] = [];
  for (const { key, value } of schema.entries) {
    const check = value && keywords.get(key.value)?.(value, schema);
    if (check !== undefined) checks.push(check);
  }
  return checks;
}
