/**
 * The rules with safe fixes, and why nothing can notice them: no client, generated ones too, no stored row, no migration (an
 * index is one), and no promise about what the server does.
 */
export const safeFixes: { readonly [ruleId: string]: string } = {
  'openapi/reference-resolves':
    'A reference to a file spelled in other case or with backslashes, or to a component of the only root that uses its file, led nowhere and leads where it meant to.',
};
