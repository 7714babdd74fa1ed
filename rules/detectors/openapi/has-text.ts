import type { Located } from '#core/text/span.ts';

/** True for a text that says something. */
export function hasText(text: Located<string> | undefined): boolean {
  return text !== undefined && text.value.trim() !== '';
}
