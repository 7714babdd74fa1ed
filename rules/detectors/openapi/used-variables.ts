import { bracedSpans } from '#core/openapi/effective/braces.ts';
import type { Span } from '#core/text/span.ts';

/** A variable in the URL of a server. */
export interface UsedVariable {
  readonly name: string;
  /** Braces included, from the start of the URL. */
  readonly span: Span;
}

export function usedVariables(url: string): readonly UsedVariable[] {
  return bracedSpans(url).map((span) => ({ name: url.slice(span.start + 1, span.end - 1), span }));
}
