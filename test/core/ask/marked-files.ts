import assert from 'node:assert/strict';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { parseMarkedText } from '#core/text/marked-text.ts';
import type { Span } from '#core/text/span.ts';

const folder = 'file:///w/';
const settings: ReviewSettings = { folders: [folder], preset: 'none', unread: new Map() };
const rulebook = { rules: [], presets: [{ name: 'none', description: '', base: 'recommended', rules: {} }] } as const;

/** Files in which `¦` is the cursor and «marks» stand around what is looked for. */
export interface MarkedFiles {
  readonly workspace: Workspace;
  /** Where the cursor is. */
  readonly uri: string;
  readonly offset: number;
  /** As `shown` gives them, in the order of the files. */
  readonly marked: readonly string[];
  /** A place as `file:line text`, the line counted from 1. */
  readonly shown: (place: { readonly uri: string; readonly span: Span }) => string;
}

/** Files by uri, opened; over those of before, where there were any. */
export function workspaceOf(texts: ReadonlyMap<string, string>, previous?: Workspace): Workspace {
  const sources = [...texts].map(([uri, text]) => ({ uri, text }));
  return openWorkspace(sources, rulebook, settings, previous);
}

export function readMarkedFiles(files: { readonly [name: string]: string }): MarkedFiles {
  const texts = new Map<string, string>();
  const marked: { readonly uri: string; readonly span: Span }[] = [];
  let cursor: { readonly uri: string; readonly offset: number } | undefined;
  for (const [name, written] of Object.entries(files)) {
    const uri = folder + name;
    const parts = written.split('¦');
    const { text, spans } = parseMarkedText(parts.join(''));
    texts.set(uri, text);
    marked.push(...spans.map((span) => ({ uri, span })));
    if (parts.length > 1) cursor = { uri, offset: (parts[0] ?? '').replace(/[«»]/g, '').length };
  }
  assert.ok(cursor !== undefined, 'There is no cursor.');
  const shown = ({ uri, span }: { readonly uri: string; readonly span: Span }) => {
    const text = texts.get(uri) ?? '';
    const line = text.slice(0, span.start).split('\n').length;
    return `${uri.slice(folder.length)}:${line} ${text.slice(span.start, span.end)}`;
  };
  return { workspace: workspaceOf(texts), ...cursor, marked: marked.map(shown), shown };
}
