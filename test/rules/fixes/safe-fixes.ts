/**
 * The rules with safe fixes, and why nothing can notice them: no client, generated ones too, no stored row, no migration (an
 * index is one), and no promise about what the server does.
 */
export const safeFixes: { readonly [ruleId: string]: string } = {
  'cross/unique-conflict-documented': 'Not safe: about to change.',
  'openapi/error-response-documented': 'Not safe: about to change.',
  'openapi/item-not-found-documented': 'Not safe: about to change.',
};
