import { rules } from '#rules/index.ts';

/**
 * What fixes bring up, by rule and problem, with the reason why it may be so for now. A fix should bring up nothing: an entry
 * goes when its fix is mended.
 */
const knownConsequences: { readonly [ruleId: string]: { readonly [problem: string]: string } } = {
  'cross/required-column-sent': {
    'brings up openapi/body-required-stated': 'That a body has to be sent is asked once something in it is required.',
  },
  'openapi/number-range-limited': {
    'brings up cross/number-fits-column': 'A range is compared with the column once it is said.',
  },
  'openapi/response-enum-extensible': {
    'brings up cross/enum-matches': 'What is worked out for each item is known from the list of its values.',
  },
  'openapi/default-response-documented': {
    'brings up anything': 'A new error is written as the others are, and judged as they are.',
  },
  'openapi/field-known': {
    'brings up openapi/body-schema-declared': 'What stood under an unknown name is judged once it has that of a field.',
    'brings up openapi/error-response-documented':
      'With its parameter whole, an operation can be sent something wrong.',
    'brings up openapi/security-declared': 'That an API is public is known once its address is read.',
    'brings up openapi/post-idempotency-key': 'What a POST creates is known once its answer has content.',
  },
  'openapi/field-typed': {
    'brings up openapi/deprecated-with-sunset': 'That an operation is deprecated is known once it is said by true.',
    'brings up openapi/field-required': 'What an item lacks is told once it stands in a list.',
    'brings up openapi/schema-bounds-ordered':
      'What a bound excludes is known once it is written as the version has it.',
    'brings up openapi/schema-required-exists': 'What is required is looked for once it stands in a list.',
    'brings up openapi/security-scheme-defined': 'What a requirement names is looked for once it stands in a list.',
  },
  'openapi/get-safe': {
    'brings up openapi/error-response-documented': 'A GET without parameters refuses nothing; a POST may.',
  },
  'openapi/id-type-consistent': {
    'brings up openapi/example-fits-schema': 'An example elsewhere may be of the type that few say.',
  },
  'openapi/inline-schema-named': { 'brings up openapi/money-decimal': 'The new name tells that it is about money.' },
  'openapi/key-well-formed': {
    'brings up openapi/success-response-documented': 'Which codes are answered is known once all can be read.',
  },
  'openapi/keyword-known': {
    'brings up openapi/field-required': 'That a list is empty is told once it has the name of a keyword.',
    'brings up openapi/schema-required-exists': 'What is required is looked for once it has the name of a keyword.',
  },
  'openapi/list-paginated': {
    'brings up openapi/list-in-object':
      'Where an example shows the array, it stays one: then nothing says whether more follow.',
  },
  'openapi/media-type-specific': { 'brings up anything': 'A body is judged as JSON once it is called so.' },
  'openapi/operation-described': {
    'brings up openapi/post-create-status': 'A summary tells that something is created.',
    'brings up openapi/read-body-described': 'A summary tells that something is returned.',
  },
  'openapi/operation-id-present': {
    'brings up openapi/post-create-status': 'An id tells that something is created.',
    'brings up openapi/read-body-described': 'An id tells that something is returned.',
  },
  'openapi/patch-no-required': { 'brings up anything': 'What is copied is judged as what it is copied from.' },
  'openapi/path-collection-plural': {
    'brings up openapi/list-paginated': 'The new name tells a collection, which the old one did not.',
    'brings up openapi/post-create-status': 'The new name tells a collection, which the old one did not.',
  },
  'openapi/path-parameters-match': {
    'brings up cross/path-id-matches': 'Which type an id has the database tells, and the fix asks no database.',
  },
  'openapi/rate-limit-documented': {
    'brings up openapi/error-shape-consistent': 'With one error more it shows which shape most have.',
  },
  'openapi/read-authenticated': {
    'brings up openapi/rate-limit-documented': 'What requires credentials can be limited.',
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
  },
  'openapi/reference-resolves': {
    'its finding stays': 'The file is right then; that the place is not in it is told of afterwards.',
    'brings up anything': 'What a reference leads to is judged once it leads there.',
  },
  'openapi/required-string-not-empty': {
    'brings up openapi/example-fits-schema': 'An example elsewhere may show that it is empty at times.',
    'brings up openapi/default-fits-schema': 'A default elsewhere may say that it is empty at times.',
  },
  'openapi/schema-keyword-fits-type': {
    'brings up openapi/example-fits-schema': 'An example elsewhere may show that the keywords are what is wrong.',
  },
  'openapi/schema-lone-branch': {
    'brings up openapi/error-shape-consistent': 'What the one branch says is known once it is no choice.',
  },
  'openapi/security-declared': {
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
  },
  'openapi/sign-in-rate-limited': {
    'brings up openapi/rate-limit-documented': 'With one 429 more it shows that there are limits.',
  },
  'openapi/string-form-declared': {
    'brings up openapi/validation-error-documented':
      'With a format an input can be wrong, which it could not be before.',
  },
  'openapi/success-response-documented': {
    'brings up openapi/rate-limit-documented': 'With one 429 more it shows that most operations have it.',
  },
  'openapi/value-allowed': {
    'brings up openapi/default-fits-schema': 'What stands beside a type that is not known is judged once it is one.',
    'brings up openapi/enum-fits-type': 'What stands beside a type that is not known is judged once it is one.',
    'brings up openapi/example-fits-schema': 'What stands beside a type that is not known is judged once it is one.',
  },
  'openapi/write-authenticated': {
    'brings up openapi/rate-limit-documented': 'What requires credentials can be limited.',
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
    'brings up openapi/security-scope-defined': 'What the others require may be a scope that is not defined.',
  },
  'openapi/number-format-declared': {
    'brings up cross/value-type-fits':
      'That the column holds larger numbers is told once the API says how large its own are.',
  },
  'prisma/field-casing-consistent': {
    'brings up prisma/list-name-plural': 'That a name is no plural is told once it is cased as the others are.',
  },
  'prisma/field-without-model-name': {
    'brings up prisma/created-at-default': 'The new name tells a time of creation, which the old one did not.',
  },
  'prisma/foreign-key-related': {
    'brings up prisma/cascade-contained': 'What a deletion takes along is known once it is a relation.',
    'brings up prisma/list-name-plural': 'The list of the other side is called as the model is.',
  },
  'prisma/idempotency-answer-stored': {
    'brings up prisma/field-casing-consistent': 'With more names it shows how most are written.',
  },
  'prisma/model-casing-consistent': {
    'brings up prisma/updated-at-attribute':
      'That a table is ours is known once its model is called as the others are.',
    'brings up prisma/field-casing-consistent':
      'That a table is ours is known once its model is called as the others are.',
  },
  'prisma/rows-insertable': {
    'brings up prisma/unique-without-null': 'That a key lets rows repeat is told once one of its columns can be empty.',
  },
  'prisma/timestamps-present': {
    'brings up prisma/field-casing-consistent': 'With one name more it shows how most are written.',
  },
  'prisma/updated-at-attribute': {
    'brings up prisma/defaulted-not-optional': 'That the time is always there is known once Prisma keeps it.',
  },
  'all safe fixes': {
    'brings up anything': 'They are those of references: what a reference leads to is judged once it leads there.',
  },
};

/** What is not recommended is for each team to ask: fixes are written without it in mind. */
const recommended = new Set<string>(rules.flatMap((rule) => (rule.recommended ? `brings up ${rule.id}` : [])));

/** True for what is known of the fixes of a rule. */
export function isKnown(ruleId: string, problem: string): boolean {
  const known = knownConsequences[ruleId] ?? {};
  if (!problem.startsWith('brings up ')) return problem in known;
  return !recommended.has(problem) || problem in known || 'brings up anything' in known;
}
