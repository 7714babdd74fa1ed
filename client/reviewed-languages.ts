// Written by "npm run generate" from core/languages.ts.

/** The languages whose files are reviewed, as the editor names them. */
export const reviewedLanguages = ['yaml', 'json', 'jsonc', 'prisma'] as const;
