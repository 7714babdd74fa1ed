/**
 * What fixes bring up, by rule and problem, with the reason why it may be so for now. A fix should bring up nothing: an entry
 * goes when its fix is mended.
 */
const knownConsequences: { readonly [ruleId: string]: { readonly [problem: string]: string } } = {
  'cross/enum-matches': {
    'brings up openapi/response-enum-extensible': 'A list of three is one that may grow; that rule is off.',
  },
  'cross/type-matches': {
    'brings up openapi/time-name-telling': 'What is a time by its format is asked for its name; that rule is off.',
  },
  'openapi/default-response-documented': {
    'brings up anything': 'A new error is written as the others are, and judged as they are.',
    'brings up openapi/server-error-documented': 'With one error more it shows that most operations have one.',
  },
  'openapi/error-no-internals': {
    'brings up openapi/validation-fields-told': 'A list that is no list of fields is gone.',
  },
  'openapi/error-response-documented': {
    'brings up openapi/error-body-described': 'Where errors have no body in common, a new one has none.',
    'brings up openapi/server-error-documented': 'With one error more it shows that most operations have one.',
  },
  'openapi/field-known': {
    'brings up openapi/body-schema-declared': 'What stood under an unknown name is judged once it has that of a field.',
    'brings up openapi/error-response-documented':
      'With its parameter whole, an operation can be sent something wrong.',
    'brings up openapi/example-provided': 'What stood under an unknown name is judged once it has that of a field.',
    'brings up openapi/default-response-documented': 'An operation is asked once all of it can be read.',
    'brings up openapi/operation-described': 'What is done is said by the id, once it has its name.',
    'brings up openapi/schema-typed': 'A schema without a type is told of once something is in it.',
    'brings up openapi/api-id-present': 'What is missing in `info` is told once there is one.',
    'brings up openapi/audience-declared': 'What is missing in `info` is told once there is one.',
    'brings up openapi/contact-present': 'What is missing in `info` is told once there is one.',
    'brings up openapi/info-described': 'What is missing in `info` is told once there is one.',
    'brings up openapi/license-present': 'What is missing in `info` is told once there is one.',
    'brings up openapi/security-declared': 'That an API is public is known once its address is read.',
    'brings up openapi/post-idempotency-key': 'What a POST creates is known once its answer has content.',
    'brings up openapi/info-version-semantic': 'A version is read once `info` is there.',
    'brings up openapi/name-not-reserved': 'Names of components are looked at once they are some.',
    'brings up openapi/server-audience-declared': 'What is asked of servers is asked once there are any.',
    'brings up openapi/server-environment-named': 'What is asked of servers is asked once there are any.',
    'brings up openapi/server-not-example': 'What is asked of servers is asked once there are any.',
    'brings up openapi/tags-present': 'Whether tags stand there is asked once the field is read.',
    'brings up openapi/number-format-declared': 'A number is asked for its format once it is read.',
  },
  'openapi/field-typed': {
    'brings up openapi/deprecated-with-sunset': 'That an operation is deprecated is known once it is said by true.',
    'brings up openapi/field-required': 'What an item lacks is told once it stands in a list.',
    'brings up openapi/schema-required-exists': 'What is required is looked for once it stands in a list.',
    'brings up openapi/security-scheme-defined': 'What a requirement names is looked for once it stands in a list.',
    'brings up openapi/default-response-documented': 'An operation is asked once all of it can be read.',
    'brings up openapi/contact-present': 'That there is none is told once the empty one is gone.',
    'brings up openapi/operation-described': 'What has an id that is no text is not judged.',
    'brings up openapi/operation-id-present': 'That there is none is told once the empty one is gone.',
    'brings up openapi/pattern-anchored': 'A pattern is looked at once it is a text.',
    'brings up openapi/tags-present': 'That an operation has tags is known once they are a list.',
    'brings up openapi/deprecated-with-replacement':
      'That an operation is deprecated is known once it is said by true.',
  },
  'openapi/forbidden-documented': {
    'brings up openapi/media-type-allowed': 'A new error is written as the others are.',
  },
  'openapi/get-safe': {
    'brings up openapi/path-no-action-verb': 'An action is a POST where that rule is off, as it ships.',
    'brings up openapi/error-response-documented': 'A GET without parameters refuses nothing; a POST may.',
  },
  'openapi/header-name-valid': {
    'brings up openapi/header-no-x-prefix': 'A name is looked at once it is one; that rule is off.',
  },
  'openapi/inline-schema-named': {
    'brings up openapi/component-distinct':
      'Objects that are written alike get a name each, and are told as alike then.',
    'brings up openapi/put-patch-distinct': 'Bodies that are written alike are compared once they have names.',
    'brings up openapi/money-with-currency': 'The new name tells that it is about money.',
    'brings up openapi/money-decimal': 'The new name tells that it is about money.',
  },
  'openapi/job-status-enumerated': {
    'brings up openapi/response-enum-extensible':
      'The states of a job are closed on purpose: a client must know the last ones.',
  },
  'openapi/key-well-formed': {
    'brings up openapi/success-response-documented': 'Which codes are answered is known once all can be read.',
    'brings up openapi/default-response-documented': 'An operation is asked once all of it can be read.',
  },
  'openapi/keyword-known': {
    'brings up openapi/field-required': 'That a list is empty is told once it has the name of a keyword.',
    'brings up openapi/schema-required-exists': 'What is required is looked for once it has the name of a keyword.',
  },
  'openapi/list-in-object': { 'brings up openapi/inline-schema-named': 'The object stands where the array stood.' },
  'openapi/list-paginated': {
    'brings up openapi/page-size-default': 'A shared page size is judged once a list takes it.',
    'brings up openapi/list-in-object':
      'Where an example shows the array, it stays one: then nothing says whether more follow.',
    'brings up openapi/page-end-told': 'A list that pages as the others do says as little of its end.',
  },
  'openapi/media-type-specific': { 'brings up anything': 'A body is judged as JSON once it is called so.' },
  'openapi/number-format-declared': {
    'brings up openapi/int64-as-string': 'That an id has 64 bits is told once its format says so.',
  },
  'openapi/oauth-flow-current': {
    'brings up openapi/oauth-refresh-documented': 'The other flow has tokens that are refreshed.',
  },
  'openapi/one-of-distinguishable': {
    'brings up openapi/schema-lone-branch': 'The branch that is left is no choice; that rule is off.',
  },
  'openapi/operation-described': {
    'brings up openapi/operation-text-own': 'Paths that end alike may need words that no fix knows.',
    'brings up openapi/post-create-status': 'A summary tells that something is created.',
    'brings up openapi/read-body-described': 'A summary tells that something is returned.',
  },
  'openapi/operation-id-present': {
    'brings up openapi/post-create-status': 'An id tells that something is created.',
    'brings up openapi/read-body-described': 'An id tells that something is returned.',
  },
  'openapi/page-end-told': {
    'brings up openapi/number-format-declared': 'What the other pages have is written as they have it.',
  },
  'openapi/page-parameter-optional': {
    'brings up openapi/page-size-default': 'What may be left out needs a default, which only the team knows.',
  },
  'openapi/patch-no-required': {
    'brings up anything': 'What is copied is judged as what it is copied from.',
    'brings up openapi/money-with-currency': 'The new name tells that it is about money; that rule is off.',
  },
  'openapi/path-collection-plural': {
    'brings up openapi/list-paginated': 'The new name tells a collection, which the old one did not.',
    'brings up openapi/post-create-status': 'The new name tells a collection, which the old one did not.',
  },
  'openapi/path-parameters-match': {
    'brings up openapi/path-parameters-shared': 'What each operation declares may stand at the path; that rule is off.',
  },
  'openapi/post-create-status': {
    'brings up openapi/created-readable': 'What is created is to be read.',
    'brings up openapi/created-location': 'What a new resource is called is asked once it is created.',
  },
  'openapi/post-idempotency-key': {
    'brings up openapi/idempotency-conflict-documented': 'What a key gets that is in use is asked once there is a key.',
  },
  'openapi/put-full-replacement': {
    'brings up openapi/patch-media-type':
      'What takes a part is asked how it changes the whole once it is called a patch.',
  },
  'openapi/rate-limit-documented': {
    'brings up openapi/error-shape-consistent': 'With one error more it shows which shape most have.',
    'brings up openapi/media-type-allowed': 'A new error is written as the others are.',
    'brings up openapi/error-body-described': 'Where errors have no body in common, a new one has none.',
  },
  'openapi/rate-limit-headers-returned': {
    'brings up openapi/rate-limit-headers-current': 'The headers are those that the other answers have.',
  },
  'openapi/read-authenticated': {
    'brings up openapi/forbidden-documented': 'What requires a scope can refuse who has none.',
    'brings up openapi/admin-security-own': 'What others require says nothing of administrators.',
    'brings up openapi/rate-limit-documented': 'What requires credentials can be limited.',
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
    'brings up openapi/secured-cache-private': 'What takes credentials is judged as such.',
  },
  'openapi/received-webhook-signed': {
    'brings up openapi/header-no-x-prefix': 'The names of these headers are those of the sender.',
    'brings up openapi/parameter-order': 'Headers go behind the parameters there are.',
  },
  'openapi/reference-alone': {
    'brings up openapi/nullable-typed':
      'Nearly all tools take `nullable` beside `allOf` as it is meant; that rule is off.',
  },
  'openapi/reference-resolves': {
    'its finding stays': 'The file is right then; that the place is not in it is told of afterwards.',
    'brings up anything': 'What a reference leads to is judged once it leads there.',
  },
  'openapi/request-object-closed': {
    'brings up openapi/put-full-replacement': 'What a body lacks is known once it is closed.',
  },
  'openapi/response-enum-extensible': {
    'brings up openapi/example-provided':
      'The first value of a closed list is an example; a list that may grow shows none.',
  },
  'openapi/schema-format-known': {
    'brings up openapi/number-format-declared': 'A number is asked for its format once it has a type and none.',
  },
  'openapi/schema-keyword-fits-type': {
    'brings up openapi/example-fits-schema': 'An example elsewhere may show that the keywords are what is wrong.',
    'brings up openapi/bulk-request-bounded': 'What is a list is asked for a bound.',
  },
  'openapi/schema-lone-branch': {
    'brings up openapi/created-location': 'What the one branch says is known once it is no choice.',
    'brings up openapi/error-shape-consistent': 'What the one branch says is known once it is no choice.',
    'brings up openapi/schema-typed': 'A branch may leave its type to the schema it is part of.',
    'brings up openapi/webhook-timestamped': 'What a body holds is known once it is one schema.',
    'brings up openapi/webhook-identified': 'What a body holds is known once it is one schema.',
  },
  'openapi/security-declared': {
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
    'brings up openapi/unauthorized-challenge': 'What takes a token can say so in its 401.',
    'brings up openapi/admin-security-own': 'What is required everywhere says nothing of administrators.',
    'brings up openapi/read-authenticated': 'That an operation is public is said, and not why.',
    'brings up openapi/write-authenticated': 'That an operation is public is said, and not why.',
    'brings up openapi/public-cache-documented': 'What everyone may read is known once it is said.',
  },
  'openapi/security-scheme-defined': {
    'brings up openapi/unauthorized-challenge': 'What takes a token can say so in its 401.',
  },
  'openapi/sign-in-rate-limited': {
    'brings up openapi/rate-limit-documented': 'With one 429 more it shows that there are limits.',
  },
  'openapi/style-for-location': {
    'brings up openapi/array-parameter-serialized':
      'What holds by default is missing where everything is to be written.',
  },
  'openapi/success-response-documented': {
    'brings up openapi/rate-limit-documented': 'With one 429 more it shows that most operations have it.',
    'brings up openapi/created-location': 'What a new resource is called is asked once it is created.',
    'brings up openapi/server-error-documented': 'What succeeds is asked how it fails.',
    'brings up openapi/rate-limit-headers-returned': 'A response that is new has no headers yet.',
    'brings up openapi/public-cache-documented': 'A response that is new has no headers yet.',
  },
  'openapi/tag-declared': {
    'brings up openapi/tags-alphabetical': 'Lists mostly grow at their end; that rule is off.',
  },
  'openapi/unauthorized-documented': {
    'brings up openapi/unauthorized-challenge': 'A 401 that is new can say how to authenticate.',
    'brings up openapi/forbidden-documented': 'Where 401 is documented, 403 is what is left.',
  },
  'openapi/value-allowed': {
    'brings up openapi/default-fits-schema': 'What stands beside a type that is not known is judged once it is one.',
    'brings up openapi/enum-fits-type': 'What stands beside a type that is not known is judged once it is one.',
    'brings up openapi/example-fits-schema': 'What stands beside a type that is not known is judged once it is one.',
    'brings up openapi/number-format-declared': 'A number is asked for its format once it is read.',
  },
  'openapi/value-well-formed': {
    'brings up openapi/version-not-in-url': 'A base path is looked at once it is one; that rule is off.',
  },
  'openapi/webhook-event-typed': {
    'brings up openapi/inline-schema-named': 'An object with a name more is worth one of its own.',
  },
  'openapi/webhook-identified': { 'brings up openapi/parameter-order': 'Headers go behind the parameters there are.' },
  'openapi/webhook-signed': {
    'brings up openapi/webhook-identified': 'One that is signed as the others are lacks what they lack.',
    'brings up openapi/webhook-timestamped': 'One that is signed as the others are lacks what they lack.',
    'brings up openapi/header-no-x-prefix': 'The headers are those that the other webhooks have.',
    'brings up openapi/parameter-order': 'Headers go behind the parameters there are.',
  },
  'openapi/webhook-timestamped': { 'brings up openapi/parameter-order': 'Headers go behind the parameters there are.' },
  'openapi/write-authenticated': {
    'brings up openapi/forbidden-documented': 'What requires a scope can refuse who has none.',
    'brings up openapi/admin-security-own': 'What others require says nothing of administrators.',
    'brings up openapi/rate-limit-documented': 'What requires credentials can be limited.',
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
  },
  'all safe fixes': {
    'brings up anything': 'They are those of references: what a reference leads to is judged once it leads there.',
  },
};

/**
 * Rules that ask for words, examples or limits of whatever is written, and that look for what is left over: what a fix adds has no more
 * of them than its writer has to say, and what it takes away may have been the last that used something.
 */
const askOfAll: ReadonlySet<string> = new Set(
  [
    'array-size-limited',
    'component-described',
    'component-used',
    'cors-origin-documented',
    'dictionary-typed',
    'error-example-provided',
    'inline-schema-named',
    'map-size-limited',
    'number-format-declared',
    'number-range-limited',
    'parameter-described',
    'parameter-example-provided',
    'parameter-order',
    'property-described',
    'property-example-provided',
    'request-object-closed',
    'required-string-not-empty',
    'security-scheme-used',
    'string-form-declared',
    'string-length-limited',
    'tag-described',
    'upload-size-limited',
  ].map((name) => `brings up openapi/${name}`),
);

/** True for what is known of the fixes of a rule. */
export function isKnown(ruleId: string, problem: string): boolean {
  const known = knownConsequences[ruleId] ?? {};
  return (
    askOfAll.has(problem) || problem in known || (problem.startsWith('brings up ') && 'brings up anything' in known)
  );
}
