/** Keywords of OpenAPI 3.0 and of older drafts that JSON Schema 2020-12 does not know, and what is written instead: the end of a sentence. */
export const formerKeywords: ReadonlyMap<string, string> = new Map([
  ['nullable', 'null is one of the types in “type”'],
  ['additionalItems', 'write “items” beside “prefixItems” instead'],
  ['$recursiveRef', 'write “$dynamicRef” instead'],
  ['$recursiveAnchor', 'write “$dynamicAnchor” instead'],
  ['divisibleBy', 'write “multipleOf” instead'],
  ['extends', 'write “allOf” instead'],
  ['disallow', 'write “not” instead'],
  ['x-nullable', 'null is one of the types in “type”'],
]);
