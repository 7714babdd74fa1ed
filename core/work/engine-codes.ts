/** What the text of a file can do wrong as YAML, JSON or Prisma, whatever it means. */
const syntaxCodes = [
  'alias-bomb',
  'block-comment',
  'comment-in-json',
  'duplicate-key',
  'internal-error',
  'invalid-character',
  'invalid-escape',
  'invalid-line',
  'invalid-name',
  'invalid-type',
  'invalid-value',
  'legacy-colon',
  'legacy-list',
  'legacy-required',
  'merge-conflict',
  'missing-name',
  'missing-type',
  'missing-value',
  'optional-list',
  'recursive-alias',
  'several-documents',
  'several-lines',
  'single-quotes',
  'stray-brace',
  'stray-line',
  'stray-member',
  'syntax',
  'tab-indentation',
  'too-deep',
  'trailing-comma',
  'type-alias',
  'unclosed-block',
  'unclosed-bracket',
  'unclosed-string',
  'unexpected-text',
  'unknown-alias',
  'unknown-block',
] as const;

/** What else the engine itself finds. */
const otherCodes = [
  'accepted-change',
  'config',
  'ignore-reason',
  'remote-reference',
  'same-description',
  'unknown-rule',
  'unread-reference',
  'unused-ignore',
] as const;

export type SyntaxCode = (typeof syntaxCodes)[number];

/** The id of something that the engine itself finds. */
export type EngineRule = `plumbline/${SyntaxCode | (typeof otherCodes)[number]}`;

export const engineRules: readonly EngineRule[] = [...syntaxCodes, ...otherCodes].map(
  (code): EngineRule => `plumbline/${code}`,
);
