import { printable } from '#core/text/printable.ts';

/** Text of a user's file as one line of Markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

/** The same, where the text marks code by backticks: between them it is shown as it is. CommonMark §6.1: no escapes work there. */
export function escapeAroundCode(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? printable(part) : escapeMarkdown(part)))
    .join('');
}
