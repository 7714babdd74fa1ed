import type { CompletionList, CompletionParams } from 'vscode-languageserver';
import { completionsAt } from '#core/ask/complete/completions-at.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { canonicalUri } from '#files/uri.ts';
import { completes, completesIn, writtenLanguage } from '#server/completes.ts';
import { type ConfigCompletionInput, configCompletion } from '#server/features/config-completion.ts';
import type { Client, Reviews } from '#server/inputs.ts';
import { completionItem } from '#server/shown/completion-item.ts';
import type { OpenDocuments } from '#server/texts/open-documents.ts';

/** The units behind which something is proposed without being asked for. */
export const completionTriggers: readonly string[] = [' ', '/', '"', "'", '[', '{', ',', '(', '@', '.', '#'];

type CompletionInput = ConfigCompletionInput & { readonly documents: Pick<OpenDocuments, 'editsSince'> } & Pick<
    Reviews,
    'latest'
  > &
  Client<'deferredCompletion'>;

/** What can be written at a place of a file, as it is typed: nothing waits for the review of what was typed last. */
export async function completion(
  session: CompletionInput,
  { textDocument, position }: CompletionParams,
): Promise<CompletionList | null> {
  const uri = canonicalUri(textDocument.uri);
  const { abilities, documents } = session;
  if (sourceKindOf(uri).role === 'config') return configCompletion(session, uri, position);
  const language = writtenLanguage(uri);
  if (language === undefined || !completesIn(abilities, language)) return null;
  const text = documents.textOf(uri);
  const review = await session.latest(uri);
  if (review === undefined || text === undefined) return null;
  // What was typed meanwhile is no part of the text that was asked of.
  const isStill = documents.textOf(uri) === text;
  const edits = isStill ? documents.editsSince(uri, review.workspace.sources.get(uri)) : undefined;
  const { items, isCut } = completionsAt(review.workspace, { uri, text, edits }, text.offsetAt(position));
  const shown = items.filter(({ isGiven }) => completes(abilities, uri, language, isGiven));
  return {
    isIncomplete: isCut,
    items: shown.map((each, index) => completionItem(each, index, text, abilities)),
  };
}
