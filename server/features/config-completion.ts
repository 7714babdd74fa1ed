import type { CompletionList, Position } from 'vscode-languageserver';
import { type Completion, completion } from '#core/ask/complete/completion.ts';
import { type ConfigProposal, completeConfig } from '#core/config/config-completion.ts';
import { maximumPaths } from '#core/config/config-paths.ts';
import { configShape } from '#core/config/config-shape.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import type { Client, Rules } from '#server/inputs.ts';
import { wordText } from '#server/pages/config-word-text.ts';
import { type CompletionAbility, completionItem } from '#server/shown/completion-item.ts';
import type { OpenDocuments } from '#server/texts/open-documents.ts';

/** The open documents, and the files there are. */
export interface ConfigCompletionInput extends Rules, Client<CompletionAbility | 'rulePageBase'> {
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
  const items = proposals.map((proposal, index) => {
    return completionItem(asCompletion(proposal, session.abilities), index, text, session.abilities);
  });
  const isIncomplete = proposals.filter(({ kind }) => kind === 'path').length >= maximumPaths;
  return { isIncomplete, items };
}

const kinds = { key: 'field', word: 'value', path: 'file' } as const;

function asCompletion({ kind, word, edit }: ConfigProposal, abilities: ConfigCompletionInput['abilities']): Completion {
  const isFolder = kind === 'path' && !/\.\w+$/.test(word.name);
  return completion({
    kind: isFolder ? 'folder' : kinds[kind],
    label: word.name,
    detail: word.detail,
    about: wordText(word, abilities),
    edit,
    isAskedOn: kind === 'key',
  });
}

/** The files known below a folder, from there on. */
function* pathsBelow(folder: string, { files, documents }: ConfigCompletionInput): Iterable<string> {
  for (const uri of new Set([...files.sources.keys(), ...documents.uris])) {
    if (uri.startsWith(folder) && sourceKindOf(uri).role === 'text') yield decodePercent(uri.slice(folder.length));
  }
}
