import assert from 'node:assert/strict';
import type { PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { symbolsOf } from '#core/ask/symbols-of.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { containsSpan, type Span } from '#core/text/span.ts';
import { finish } from '#core/work/steps.ts';

/** Files by name. */
export type Texts = { readonly [name: string]: string };

const folder = 'file:///w/';

/** The workspace that holds these files; made from the one before where there is one. */
export function workspaceOf(files: Texts, previous?: Workspace): Workspace {
  const sources = Object.entries(files).map(([name, text]) => ({ uri: folder + name, text }));
  const settings = { folders: [folder], preset: 'recommended', unread: new Map() };
  return openWorkspace(sources, { rules: [], presets: [] }, settings, previous);
}

/** The symbols of the first file, one a line: `kind name: detail`, two blanks for each level. */
export function symbolLines(files: Texts): readonly string[] {
  const [[name = '', text = ''] = []] = Object.entries(files);
  const symbols = finish(symbolsOf(folder + name, workspaceOf(files)));
  assertSound(symbols, { start: 0, end: text.length }, text);
  return symbols.flatMap((symbol) => lines(symbol, ''));
}

function lines({ symbol, children }: PlacedSymbol, indent: string): readonly string[] {
  const { kind, name, detail, isDeprecated } = symbol;
  const own = `${indent}${kind} ${name}${detail === '' ? '' : `: ${detail}`}${isDeprecated ? ' (deprecated)' : ''}`;
  return [own, ...children.flatMap((child) => lines(child, `${indent}  `))];
}

/** Names stand within what they name, children within their parents, in text order. */
export function assertSound(symbols: readonly PlacedSymbol[], around: Span, text: string): void {
  let last = -1;
  for (const { symbol, span, nameSpan, children } of symbols) {
    const what = `${symbol.kind} ${symbol.name} ${JSON.stringify(span)} ${JSON.stringify(nameSpan)}`;
    assert.ok(containsSpan(around, span), `${what} is not in ${JSON.stringify(around)}`);
    assert.ok(containsSpan(span, nameSpan) && nameSpan.end <= text.length, what);
    assert.ok(span.start >= last, `${what} stands before its neighbour`);
    last = span.start;
    assertSound(children, span, text);
  }
}
