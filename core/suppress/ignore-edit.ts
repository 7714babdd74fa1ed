import { languageOf } from '#core/language-of.ts';
import type { Change } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';

/** The change that silences a rule for the node at `span`, in the syntax of the section's language; undefined when there is no place for it. */
export function ignoreChange(section: Section, span: Span, ruleId: string, reason: string): Change | undefined {
  return languageOf(section).ignoreChange(section, span, ruleId, onOneLine(reason));
}

/** Without line breaks, and without control characters and halves of characters, which no YAML text may hold (YAML 1.2.2 §5.1). */
function onOneLine(reason: string): string {
  return reason.replace(/[\s\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, ' ').trim();
}
