import type { OpenApiVersion } from '#core/openapi/model.ts';
import { isOfKind, kindsByKeyword } from '#core/openapi/spec/keyword-types.ts';

/** False for a keyword of a schema that means nothing for any of the types it has; true where its type is not known. */
export function fitsType(version: OpenApiVersion, keyword: string, types: readonly string[]): boolean {
  const kind = keyword === 'discriminator' ? 'object' : kindsByKeyword(version).get(keyword);
  return kind === undefined || types.length === 0 || types.some((type) => isOfKind(type, kind));
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
