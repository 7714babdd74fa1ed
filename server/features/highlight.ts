import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import { referencesTo } from '#core/ask/references-to.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Client, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';

type HighlightInput = Pick<Reviews, 'shown'> & Pick<Texts, 'lines'> & Slices & Client<'deferredNavigation'>;

/** Where what is under the cursor is named in this file; nothing leaves it to the editor, which marks equal words. */
export async function highlight(
  session: HighlightInput,
  { textDocument, position }: DocumentHighlightParams,
): Promise<DocumentHighlight[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shown(uri);
  if (review === undefined || !navigatesIn(review, uri, 'highlight', session.abilities)) return null;
  const offset = session.lines.of(review, uri).offsetAt(position);
  const found = await session.finish(referencesTo(review.workspace, uri, offset, uri));
  if (found.length === 0) return null;
  return found.map(({ kind, span }) => ({
    range: session.lines.rangeOf(review, uri, span),
    kind: kind === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
