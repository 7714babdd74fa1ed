import type { OpenApiVersion } from '#core/openapi/model.ts';

/** The kinds of value that keywords speak of. */
export type ValueKind = 'string' | 'number' | 'array' | 'object';

const everywhere: Readonly<Record<ValueKind, string>> = {
  string: 'minLength maxLength pattern',
  number: 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
  array: 'items minItems maxItems uniqueItems',
  object: 'properties required additionalProperties minProperties maxProperties',
};

/** 3.1 and 3.2 (JSON Schema 2020-12); elsewhere these are no keywords. */
const later: Readonly<Record<ValueKind, string>> = {
  string: 'contentEncoding contentMediaType contentSchema',
  number: '',
  array: 'prefixItems contains minContains maxContains unevaluatedItems',
  object: 'patternProperties propertyNames unevaluatedProperties dependentRequired dependentSchemas',
};

const earlyKeywords = keywordsOf([everywhere]);
const swaggerKeywords: ReadonlyMap<string, ValueKind> = new Map([...earlyKeywords, ['collectionFormat', 'array']]);
const laterKeywords = keywordsOf([everywhere, later]);

/** The kind of value that a keyword of this version speaks of; undefined for those that speak of any. */
export function kindsByKeyword(version: OpenApiVersion): ReadonlyMap<string, ValueKind> {
  if (version === '2.0') return swaggerKeywords;
  return version === '3.0' ? earlyKeywords : laterKeywords;
}

/** True where a value of this JSON type is of the kind. */
export function isOfKind(type: string, kind: ValueKind): boolean {
  return type === kind || (kind === 'number' && type === 'integer');
}

function keywordsOf(lists: readonly Readonly<Record<ValueKind, string>>[]): ReadonlyMap<string, ValueKind> {
  const kinds: readonly ValueKind[] = ['string', 'number', 'array', 'object'];
  return new Map(lists.flatMap((list) => kinds.flatMap((kind) => wordsOf(list[kind]).map((word) => [word, kind]))));
}

function wordsOf(list: string): readonly string[] {
  return list === '' ? [] : list.split(' ');
}
