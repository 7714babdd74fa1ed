import type { Span } from '#core/text/span.ts';

/** Outermost pairs of braces of a template, braces included; a brace without its partner is text. */
export function bracedSpans(template: string): readonly Span[] {
  return template.includes('{') ? bracesOf(template).pairs : [];
}

/** The offsets of the braces without a partner, in order. */
export function looseBraces(template: string): readonly number[] {
  return /[{}]/.test(template) ? bracesOf(template).loose : [];
}

/** The template with blanks for all that stands in braces. */
export function hideBraced(template: string): string {
  let [shown, last] = ['', 0];
  for (const { start, end } of bracedSpans(template)) {
    shown += template.slice(last, start) + ' '.repeat(end - start);
    last = end;
  }
  return shown + template.slice(last);
}

interface Braces {
  readonly pairs: readonly Span[];
  readonly loose: readonly number[];
}

/** All braces, in one pass. */
function bracesOf(template: string): Braces {
  const opened: number[] = [];
  const closed: number[] = [];
  const pairs: Span[] = [];
  for (let at = 0; at < template.length; at++) {
    if (template[at] === '{') opened.push(at);
    if (template[at] !== '}') continue;
    const start = opened.pop();
    if (start === undefined) {
      closed.push(at);
      continue;
    }
    for (let last = pairs.at(-1); last !== undefined && last.start > start; last = pairs.at(-1)) pairs.pop();
    pairs.push({ start, end: at + 1 });
  }
  return { pairs, loose: [...closed, ...opened].sort((a, b) => a - b) };
}
