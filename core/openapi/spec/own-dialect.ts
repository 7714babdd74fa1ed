/** True for the dialect of JSON Schema that 3.1 and 3.2 write schemas in, with or without what OpenAPI adds to it (JSON Schema 2020-12). */
export function isOwnDialect(uri: string): boolean {
  return own.test(uri);
}

const own =
  /^https?:\/\/(?:json-schema\.org\/draft\/2020-12\/schema#?$|spec\.openapis\.org\/oas\/3\.\d\/(?:dialect|meta)\/)/;
