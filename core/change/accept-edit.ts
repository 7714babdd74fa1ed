import type { Edit } from '#core/text/span.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { noOutline } from '#core/tree/outline.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { applyChanges } from '#core/tree/write/apply-changes.ts';

/** An entry of `plumbline.changes.yaml`, its keys in the order they are written. */
export interface AcceptedEntry {
  readonly rule: string;
  /** From the folder of the list on. */
  readonly file: string;
  readonly what: string;
  readonly why: string;
  readonly who?: string;
  /** YYYY-MM-DD */
  readonly until: string;
}

/** What accepting a change writes. */
export type AcceptEdit =
  | { readonly kind: 'new'; readonly text: string }
  | { readonly kind: 'edited'; readonly edits: readonly Edit[] };

const emptyText =
  '# Changes that may be: what, why, who said so, and the last day on which it is not told.\nversion: 1\n';

/** Adds an entry behind the others. Undefined where the file is broken. `document` is undefined where there is none. */
export function acceptEdit(
  uri: string,
  document: TreeDocument | undefined,
  { rule, file, what, why, who, until }: AcceptedEntry,
): AcceptEdit | undefined {
  if (document?.sections.some(({ problems }) => problems.length > 0) === true) return undefined;
  const isEmpty = document === undefined || document.sections.every(({ tree }) => tree === undefined);
  const start = document?.text ?? '';
  const text = isEmpty ? `${start === '' || start.endsWith('\n') ? start : `${start}\n`}${emptyText}` : start;
  const parse = (newText: string) => cutDocument({ uri, text: newText, language: 'yaml', outline: noOutline });
  const value = { rule, file, what, why, ...(who !== undefined && { who }), until };
  const change = { kind: 'append', uri, pointer: ['changes'], value } as const;
  const { edits, skipped, text: written } = applyChanges(isEmpty ? parse(text) : document, [change], parse);
  if (skipped.length > 0 || edits.length === 0) return undefined;
  if (document === undefined) return { kind: 'new', text: written };
  if (!isEmpty) return { kind: 'edited', edits };
  return {
    kind: 'edited',
    edits: [{ span: { start: start.length, end: start.length }, newText: written.slice(start.length) }],
  };
}
