import { wordList, wordSet } from '#rules/words/word-list.ts';

/** The formats of strings in the OpenAPI Format Registry and in JSON Schema 2020-12 §7.3. */
export const stringFormats: ReadonlySet<string> = wordSet(
  'base64url binary byte char commonmark date date-time date-time-local duration email hostname html http-date idn-email idn-hostname ipv4 ipv6 iri iri-reference json-pointer media-range password regex relative-json-pointer sf-binary sf-string sf-token time time-local uri uri-reference uri-template uuid',
);

/** The formats of numbers; those of 64 bits and decimals are also written as strings. */
export const numberFormats: ReadonlySet<string> = wordSet(
  'decimal decimal128 double double-int float int16 int32 int64 int8 sf-decimal sf-integer uint16 uint32 uint64 uint8 unixtime',
);

/** Those that no text has. Of 64 bits and decimal ones are written as text, too, since JavaScript counts numbers less exactly. */
export const plainNumberFormats: ReadonlySet<string> = wordSet('double float int16 int32 int8 uint16 uint32 uint8');

/** What is written for a format of strings, as lower-case letters and digits. */
export const meantStringFormats: ReadonlyMap<string, string> = meanings({
  'date-time': 'datetime isodatetime',
  email: 'emailaddress mail',
  uri: 'url weburl',
  'uri-reference': 'uriref urireference',
  ipv4: 'ipv4address',
  ipv6: 'ipv6address',
  regex: 'regexp',
  password: 'passwd',
});

/** The same of numbers. */
export const meantNumberFormats: ReadonlyMap<string, string> = meanings({
  int32: 'int integer32',
  int64: 'long integer64 bigint',
});

function meanings(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([format, list]) => wordList(list).map((word) => [word, format])));
}
