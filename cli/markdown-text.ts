import { printable } from '#core/text/printable.ts';

/** A message as one line of a Markdown table: names in backticks stay code, all else is shown as it is, and nobody is mentioned by it. */
export function markdownLine(text: string): string {
  const parts = printable(text).split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part.replaceAll('|', '\\|') : plainMarkdown(part))).join('');
}

/** Without links, marks, references to issues (`#1`) and mentions (`@name`). */
function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~]/g, '\\$&').replace(/([@#])(?=\w)/g, `$1${wordJoiner}`);
}

/** Of no width. */
const wordJoiner = '\u2060';

/** A text as code, which has to stand on one line. */
export function markdownCode(text: string): string {
  const shown = printable(text);
  const fence = '`'.repeat((/`+/.exec(shown)?.[0].length ?? 0) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown.replaceAll('|', '\\|')}${pad}${fence}`;
}
