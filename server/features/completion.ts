import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { type ConfigProposal, completeConfig } from '#core/config/config-completion.ts';
import { maximumPaths } from '#core/config/config-paths.ts';
import { configShape } from '#core/config/config-shape.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Client, Rules } from '#server/inputs.ts';
import { wordText } from '#server/pages/config-word-text.ts';
import type { OpenDocuments } from '#server/texts/open-documents.ts';

/** The units behind which something is proposed without being asked for. */
export const completionTriggers: readonly string[] = [' ', '/', '"', "'", '[', '{', ','];

/** The open documents, and the files there are. */
interface CompletionInput extends Rules, Client<'keepsLineBreaks' | 'commands' | 'rulePageBase'> {
  readonly documents: Pick<OpenDocuments, 'textOf' | 'uris'>;
  readonly files: { readonly sources: ReadonlyMap<string, unknown> };
}

/** What can be written at a place of a `plumbline.yaml`; nothing in any other file. */
export async function completion(
  session: CompletionInput,
  { textDocument, position }: CompletionParams,
): Promise<CompletionList | null> {
  const uri = canonicalUri(textDocument.uri);
  const text = sourceKindOf(uri).role === 'config' ? session.documents.textOf(uri) : undefined;
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

function itemOf({ kind, word, edit }: ConfigProposal, { abilities }: CompletionInput): CompletionItem {
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

const suggestAgain = 'editor.action.triggerSuggest';

/** Proposals keep their order. */
function inOrder(index: number): string {
  return String(index).padStart(4, '0');
}

/** The files known below a folder, from there on. */
function* pathsBelow(folder: string, { files, documents }: CompletionInput): Iterable<string> {
  for (const uri of new Set([...files.sources.keys(), ...documents.uris])) {
    if (uri.startsWith(folder) && sourceKindOf(uri).role === 'text') yield decoded(uri.slice(folder.length));
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
