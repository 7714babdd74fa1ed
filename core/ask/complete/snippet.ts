/** Texts in the syntax of snippets (LSP 3.17, Snippet Syntax). */

/** A text as it is, outside of stops. */
export function literal(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

/** A stop for the cursor at which a text stands, and is replaced. */
export function stop(number: number, text: string): string {
  return `\${${number}:${text.replace(/[\\$}]/g, '\\$&')}}`;
}

/** A stop at which one of several texts is chosen. */
export function choice(number: number, texts: readonly string[]): string {
  const escaped = texts.map((text) => text.replace(/[\\,|]/g, '\\$&'));
  return `\${${number}|${escaped.join()}|}`;
}

/** A snippet without its stops: what they stand for, the first of several choices. */
export function plainOf(snippet: string): string {
  if (!/[$\\]/.test(snippet)) return snippet;
  const withoutStops = snippet
    .replace(/\$\{\d+\|((?:[^|,\\]|\\.)*)(?:,(?:[^|\\]|\\.)*)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$\{?\d+\}?/g, '');
  return withoutStops.replace(/\\([\\$},|])/g, '$1');
}
