/** The types that a keyword of a schema means something for (JSON Schema Validation 2020-12 §6, OpenAPI 3.0.4 “Schema Object”). */
const typesOfKeyword: ReadonlyMap<string, readonly string[]> = new Map([
  ...keywords('multipleOf maximum minimum exclusiveMaximum exclusiveMinimum', 'number', 'integer'),
  ...keywords('maxLength minLength pattern contentEncoding contentMediaType contentSchema', 'string'),
  ...keywords(
    'items prefixItems contains maxItems minItems uniqueItems maxContains minContains unevaluatedItems collectionFormat',
    'array',
  ),
  ...keywords(
    'properties required additionalProperties patternProperties propertyNames maxProperties minProperties dependentRequired dependentSchemas unevaluatedProperties discriminator',
    'object',
  ),
]);

function keywords(names: string, ...types: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  return names.split(' ').map((name) => [name, types]);
}

/** False for a keyword that means nothing for any of the types a schema has; true where its type is not known. */
export function fitsType(keyword: string, types: readonly string[]): boolean {
  const own = typesOfKeyword.get(keyword);
  return own === undefined || types.length === 0 || types.some((type) => own.includes(type));
}

const formats: readonly (readonly [types: readonly string[], names: string])[] = [
  [['integer'], 'int32 int64'],
  [['number'], 'float double'],
  [
    ['string'],
    'date-time date time duration uuid email uri uri-reference hostname ipv4 ipv6 password byte binary regex json-pointer iri iri-reference idn-email idn-hostname uri-template relative-json-pointer',
  ],
];

/** The formats among those a version has that fit the types, the usual ones first; all where no type is known. */
export function formatsFor(types: readonly string[], known: readonly string[]): readonly string[] {
  const isMeant = (of: readonly string[]) => types.length === 0 || types.some((type) => of.includes(type));
  const usual = formats.flatMap(([of, names]) => (isMeant(of) ? names.split(' ') : []));
  return usual.filter((name) => known.includes(name) || commonFormats.has(name));
}

/** Those of JSON Schema that descriptions of all versions use. */
const commonFormats = new Set('uuid email uri hostname ipv4 ipv6 time duration'.split(' '));
