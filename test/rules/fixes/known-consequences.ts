/**
 * What fixes bring up, by rule and problem, with the reason why it may be so for now. A fix should bring up nothing: an entry
 * goes when its fix is mended.
 */
const knownConsequences: { readonly [ruleId: string]: { readonly [problem: string]: string } } = {
  'openapi/body-schema-declared': {
    'brings up openapi/example-provided': 'A body with a schema is one more that could have an example.',
  },
  'openapi/error-response-documented': {
    'brings up openapi/unauthorized-documented': 'An operation with one error documented is asked for the others.',
    'brings up openapi/error-problem-json': 'The response is not yet written as the document writes its errors.',
  },
  'openapi/etag-write-guarded': {
    'brings up openapi/error-problem-json': 'The 412 looks like the other errors, all of which are told of.',
  },
  'openapi/item-not-found-documented': {
    'brings up openapi/error-problem-json': 'The response is not yet written as the document writes its errors.',
  },
  'openapi/list-paginated': {
    'brings up openapi/error-response-documented': 'What takes parameters can refuse them.',
  },
  'openapi/path-collection-plural': {
    'brings up openapi/list-paginated': 'The new name tells a collection, which the old one did not.',
    'brings up openapi/post-create-status': 'The new name tells a collection, which the old one did not.',
  },
  'openapi/path-parameters-match': {
    'brings up openapi/item-not-found-documented': 'The path of an item is told by its declared parameter.',
  },
  'openapi/rate-limit-documented': {
    'brings up openapi/success-response-documented': 'An operation with a response is asked for the successful one.',
    'brings up openapi/error-problem-json': 'The response is not yet written as the document writes its errors.',
    'brings up openapi/body-schema-declared': 'The shape of other errors is taken over with what it lacks.',
    'brings up openapi/error-shape-consistent': 'The shape of other errors is taken over with what it lacks.',
    'brings up openapi/reference-resolves': 'The shape of other errors is taken over with what it lacks.',
  },
  'openapi/reference-resolves': {
    'its finding stays': 'The file is right then; that the place is not in it is told of afterwards.',
    'brings up anything': 'What a reference leads to is judged once it leads there.',
  },
  'openapi/security-declared': {
    'brings up openapi/error-response-documented': 'What requires credentials can refuse them.',
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
  },
  'openapi/success-response-documented': {
    'brings up openapi/error-response-documented': 'An operation without any response is told of once.',
  },
  'openapi/url-no-credentials': {
    'its finding stays': 'The parameter that carries the key stands in the operation once more.',
    'brings up openapi/url-no-credentials': 'The parameter that carries the key stands in operations once more.',
  },
  'all safe fixes': {
    'brings up anything': 'They are those of references: what a reference leads to is judged once it leads there.',
  },
};

/** True for what is known of the fixes of a rule. */
export function isKnown(ruleId: string, problem: string): boolean {
  const known = knownConsequences[ruleId] ?? {};
  return problem in known || (problem.startsWith('brings up ') && 'brings up anything' in known);
}
