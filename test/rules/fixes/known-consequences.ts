/**
 * What fixes bring up, by rule and problem, with the reason why it may be so for now. A fix should bring up nothing: an entry
 * goes when its fix is mended.
 */
const knownConsequences: { readonly [ruleId: string]: { readonly [problem: string]: string } } = {
  'openapi/field-known': {
    'brings up anything': 'What stood under an unknown name is judged once it has that of a field.',
  },
  'openapi/field-typed': {
    'brings up anything': 'What stood in a value of another type is judged once it has the right one.',
  },
  'openapi/key-well-formed': {
    'brings up anything': 'What stood under an unreadable key is judged once it can be read.',
  },
  'openapi/keyword-known': {
    'brings up anything': 'What stood under an unknown name is judged once it has that of a keyword.',
  },
  'openapi/path-collection-plural': {
    'brings up openapi/list-paginated': 'The new name tells a collection, which the old one did not.',
    'brings up openapi/post-create-status': 'The new name tells a collection, which the old one did not.',
  },
  'openapi/path-parameters-match': {
    'brings up openapi/field-required':
      'It writes what another operation has, and what that lacks is missing here, too.',
  },
  'openapi/rate-limit-documented': {
    'brings up openapi/error-shape-consistent': 'With one error more it shows which shape most have.',
  },
  'openapi/reference-alone': {
    'brings up openapi/nullable-typed':
      'Nearly all tools take `nullable` beside `allOf` as it is meant; that rule is off.',
  },
  'openapi/reference-resolves': {
    'its finding stays': 'The file is right then; that the place is not in it is told of afterwards.',
    'brings up anything': 'What a reference leads to is judged once it leads there.',
  },
  'openapi/schema-keyword-fits-type': {
    'brings up openapi/example-fits-schema': 'An example elsewhere may show that the keywords are what is wrong.',
  },
  'openapi/security-declared': {
    'brings up openapi/unauthorized-documented': 'What requires credentials can refuse them.',
  },
  'openapi/success-response-documented': {
    'brings up openapi/rate-limit-documented': 'With one 429 more it shows that most operations have it.',
  },
  'openapi/value-allowed': {
    'brings up openapi/default-fits-schema': 'What stands beside a type that is not known is judged once it is one.',
    'brings up openapi/enum-fits-type': 'What stands beside a type that is not known is judged once it is one.',
    'brings up openapi/example-fits-schema': 'What stands beside a type that is not known is judged once it is one.',
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
