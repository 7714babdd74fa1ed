import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import { type ConfigProposal, completeConfig } from '#core/config/config-completion.ts';
import { maximumPaths } from '#core/config/config-paths.ts';
import { configShape } from '#core/config/config-shape.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import type { Client, Rules } from '#server/inputs.ts';
import { wordText } from '#server/pages/config-word-text.ts';
import { inOrder, suggestAgain } from '#server/shown/completion-item.ts';
import type { OpenDocuments } from '#server/texts/open-documents.ts';

/** The open documents, and the files there are. */
export interface ConfigCompletionInput extends Rules, Client<'keepsLineBreaks' | 'commands' | 'rulePageBase'> {
  readonly documents: Pick<OpenDocuments, 'textOf' | 'uris'>;
  readonly files: { readonly sources: ReadonlyMap<string, unknown> };
}

/** What can be written at a place of a `plumbline.yaml`, as it is typed. */
export function configCompletion(
  session: ConfigCompletionInput,
  uri: string,
  position: Position,
): CompletionList | null {
  const text = session.documents.textOf(uri);
  if (text === undefined) return null;
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const proposals = completeConfig(text.toString(), text.offsetAt(position), {
    shape: configShape(session.rulebook),
    paths: pathsBelow(folder, session),
    canBreakLines: session.abilities.keepsLineBreaks,
  });
  const items = proposals.map((proposal, index): CompletionItem => {
    const { start, end } = proposal.edit.span;
    const range = { start: text.positionAt(start), end: text.positionAt(end) };
    return {
      ...itemOf(proposal, session),
      textEdit: { range, newText: proposal.edit.newText },
      sortText: inOrder(index),
    };
  });
  const isIncomplete = proposals.filter(({ kind }) => kind === 'path').length >= maximumPaths;
  return { isIncomplete, items };
}

const kinds = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  path: CompletionItemKind.File,
} as const;

function itemOf({ kind, word, edit }: ConfigProposal, { abilities }: ConfigCompletionInput): CompletionItem {
  const isFolder = kind === 'path' && !/\.\w+$/.test(word.name);
  const value = wordText(word, abilities);
  return {
    label: word.name,
    kind: isFolder ? CompletionItemKind.Folder : kinds[kind],
    filterText: word.name,
    ...(word.detail === '' ? {} : { detail: word.detail, labelDetails: { description: word.detail } }),
    ...(value === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value } }),
    // Line breaks are written with the indentation they need.
    ...(edit.newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(kind === 'key' && abilities.commands.has(suggestAgain)
      ? { command: { title: 'Complete the value', command: suggestAgain } }
      : {}),
  };
}

/** The files known below a folder, from there on. */
function* pathsBelow(folder: string, { files, documents }: ConfigCompletionInput): Iterable<string> {
  for (const uri of new Set([...files.sources.keys(), ...documents.uris])) {
    if (uri.startsWith(folder) && sourceKindOf(uri).role === 'text') yield decodePercent(uri.slice(folder.length));
  }
}
