/**
 * The rules with safe fixes, and why nothing can notice them: no client, generated ones too, no stored row, no migration (an
 * index is one), and no promise about what the server does.
 */
export const safeFixes: { readonly [ruleId: string]: string } = {};
