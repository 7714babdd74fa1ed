import type { SyntaxProblem } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { SyntaxCode } from '#core/work/engine-codes.ts';

/** The code of a line that stands behind a block and looks like a part of one. */
export const strayMember = 'stray-member';

/** Codes of problems in spite of which all of a block is read as its author meant it. */
const harmless: ReadonlySet<string> = new Set([
  'duplicate-key',
  'trailing-comma',
  'several-lines',
  'block-comment',
  'invalid-escape',
  'invalid-name',
  'legacy-colon',
  'legacy-list',
  'legacy-required',
  'optional-list',
  'stray-brace',
  'stray-line',
  strayMember,
  'type-alias',
  'unknown-block',
]);

/** What is told of a place in a Prisma file. */
export function prismaProblem(code: SyntaxCode, span: Span, message: string): SyntaxProblem {
  return { code, span, message, ...(harmless.has(code) ? { isHarmless: true } : {}) };
}

/** True for a block behind which more of it seems to stand: `problems` are those of the section that follows. */
export function isCutOff(problems: readonly SyntaxProblem[] | undefined): boolean {
  return problems?.some(({ code }) => code === strayMember) === true;
}
