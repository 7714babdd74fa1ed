import type { PlacedPiece } from '#core/ask/complete/openapi/piece-at.ts';
import type { SketchStyle } from '#core/ask/complete/openapi/render-sketch.ts';
import type { TypedSpot } from '#core/ask/complete/tree/typed-place.ts';

/** So much of a file tells how it is written. */
const told = 20_000;

/** Keys so near are neighbours. */
const nearby = 2_000;

/** How what is proposed is to be written, as the text around has it. */
export function styleAt({ text, language }: PlacedPiece, { word, isFlow }: TypedSpot, head: string): SketchStyle {
  const near = text.slice(Math.max(0, word.start - told), word.start + told);
  const lineStart = text.lastIndexOf('\n', word.start - 1) + 1;
  const before = text.slice(lineStart, word.start);
  const first = Math.max(isFlowRoot.test(head) ? 0 : lineStart, word.start - nearby);
  return {
    isJson: language === 'json' || (isFlow && isLikeJson(text.slice(first, word.start))),
    blanks: /^[ \t]*/.exec(before)?.[0] ?? '',
    isInline: before.trim() !== '' && /[{[]/.test(before),
    unit: /^([ \t]+)(?=[^\s#-])/m.exec(head)?.[1] ?? '  ',
    isListIndented: !/^( *)[^\s#-].*:[ \t]*\r?\n\1- /m.test(near),
    quote: count(near, /: "|^\s*"/gm) > count(near, /: '|^\s*'/gm) ? '"' : "'",
    isCodePlain: /^\s+[1-5]\d\d:/m.test(near) && !/^\s+['"][1-5]\d\d['"]:/m.test(near),
    newline: head.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** A YAML file that is one map between brackets. */
const isFlowRoot = /^\uFEFF?(?:\s|#[^\n]*\n|---)*\{/;

/** True where the key that was written last stands in double quotes. */
function isLikeJson(before: string): boolean {
  return [...before.matchAll(/[{,]\s*(?:"[^"\n]*"|[\w$./-]+)\s*:/g)].at(-1)?.[0].includes('"') === true;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
