import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { describe, it } from 'mocha';
import type { Span } from '#core/text/span.ts';
import { JsonTokens, jsonToken } from '#core/tree/read/json-tokens.ts';
import { damagedText } from './damaged-text.ts';

/** The same texts each time; others by the environment. */
const seed = Number(process.env['PLUMBLINE_SEED'] ?? 20_261_122);

const texts = [
  '{ "openapi": "3.1.0", "a b": [1, -2.5e3, true, false, null, "", "x\\n\\"\\u00e9"], "c": {} }\r\n',
  '// comment\n{\n\t"a": /* b */ "é\u{1f600}",\n\t"type": "string", "type": "string"\n}',
  '\ufeff[]',
  '"a\nb" \'c\' d-e /f "\u0007" "\\q" \0 - 01 /* ',
  '',
];

describe('JsonTokens', () => {
  it('are those of the scanner', () => {
    for (const text of texts) assertSameTokens(text);
  });

  it('are those of the scanner in damaged texts', () => {
    fc.assert(fc.property(damagedText(texts), assertSameTokens), { numRuns: 20_000, seed });
  });
});

interface Token {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  /** Undefined for punctuation. */
  readonly value: string | undefined;
  /** How many problems there are up to here, and where the last one is. */
  readonly problems: readonly [number, Span | undefined];
}

function assertSameTokens(text: string): void {
  const tokens = new JsonTokens(text, true);
  for (const expected of scannedTokens(text)) {
    const { kind, start, end, problems } = tokens;
    const value = hasValue(kind) ? tokens.value : undefined;
    const actual: Token = { kind, start, end, value, problems: [problems.length, problems.at(-1)?.span] };
    assert.deepEqual(actual, expected, JSON.stringify(text));
    tokens.advance();
  }
  assert.equal(tokens.kind, jsonToken.end);
}

/** What jsonc-parser's scanner tells of a text, its white space and comments left out, the end included. */
function scannedTokens(text: string): readonly Token[] {
  const scanner = createScanner(text, false);
  if (text.startsWith('\ufeff')) scanner.setPosition(1);
  const tokens: Token[] = [];
  const errors: Span[] = [];
  for (let kind = 0; kind !== jsonToken.end; ) {
    kind = scanner.scan();
    const start = scanner.getTokenOffset();
    // The scanner takes a comment that is not closed for one longer than it is.
    const end = Math.min(start + scanner.getTokenLength(), text.length);
    if (scanner.getTokenError() !== 0) errors.push({ start, end });
    if (kind >= jsonToken.lineComment && kind <= jsonToken.whiteSpace) continue;
    const value = hasValue(kind) ? scanner.getTokenValue() : undefined;
    tokens.push({ kind, start: Math.min(start, text.length), end, value, problems: [errors.length, errors.at(-1)] });
  }
  return tokens;
}

function hasValue(kind: number): boolean {
  return kind === jsonToken.string || kind === jsonToken.number || kind === jsonToken.unknown;
}
