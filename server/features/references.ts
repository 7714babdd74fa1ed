import type { Location, ReferenceParams } from 'vscode-languageserver';
import { referencesTo } from '#core/ask/references-to.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Client, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';

type ReferencesInput = Pick<Reviews, 'shownEverywhere'> & Texts & Slices & Client<'deferredNavigation'>;

/** Where what is under the cursor is named, in all files. */
export async function references(
  session: ReferencesInput,
  { textDocument, position, context }: ReferenceParams,
): Promise<Location[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shownEverywhere(uri);
  if (review === undefined || !navigatesIn(review, uri, 'references', session.abilities)) return null;
  const offset = session.lines.of(review, uri).offsetAt(position);
  const found = await session.finish(referencesTo(review.workspace, uri, offset));
  return found
    .filter(({ kind }) => kind !== 'declaration' || context.includeDeclaration)
    .map(({ uri: at, span }) => ({
      uri: session.documents.clientDocument(at).uri,
      range: session.lines.rangeOf(review, at, span),
    }));
}
