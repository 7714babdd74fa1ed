/**
 * The rules with safe fixes, and why nothing can notice them: no client, generated ones too, no stored row, no migration (an
 * index is one), and no promise about what the server does.
 */
export const safeFixes: { readonly [ruleId: string]: string } = {
  'openapi/parameter-unique': 'The parameter that goes is the same as one that stays in the list.',
  'openapi/path-parameter-required':
    'A request without the part of its path is another request; generators take path parameters as required whatever is said.',
  'openapi/tag-unique': 'The tag that goes says nothing that the other of its name does not say.',
  'openapi/reference-resolves':
    'A reference to a file spelled in other case or with backslashes, or to a component of the only root that uses its file, led nowhere and leads where it meant to.',
  'openapi/field-known': 'A field that only people read is found again under its name.',
  'openapi/field-required': 'An empty map of scopes says what its absence says.',
  'openapi/field-typed':
    'A number in quotes is the same text, null in quotes the type it was read as, one tag a list of one, and an empty field says what its absence says.',
  'openapi/keyword-known':
    '`nullable: false` says what its absence says, and a keyword that is prose is read by people alone.',
  'openapi/example-fits-schema':
    'An example binds nobody: no client is generated from it, and a value in quotes that belongs there says the same in the type that its schema says already.',
  'openapi/item-unique': 'What is required twice is required once, and a type that is listed twice is the same type.',
  'openapi/problem-status-matches': 'An example binds nobody: the code it is to have stands above it.',
  'openapi/array-parameter-serialized': 'What is written is the default, which counts where nothing is written.',
  'openapi/summary-plain': 'A summary is read by people alone, and says the same without its full stop.',
  'openapi/schema-enum-distinct': 'A value that stands twice is allowed once: the same values are as before.',
  'prisma/relation-on-delete-stated': 'What is written is the default, which counts where nothing is written.',
};
