import { printable } from '#core/text/printable.ts';

/** Text of a user's file as one line of Markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
