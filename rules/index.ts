// Written by "npm run generate" from the files in this folder.
import type { Rule } from '#core/rule.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [];
