import type { Location, ReferenceParams } from 'vscode-languageserver';
import { referencesTo } from '#core/ask/references-to.ts';
import { canonicalUri } from '#files/uri.ts';
import { languageAt } from '#server/features/language-at.ts';
import { navigates } from '#server/navigates.ts';
import type { Session } from '#server/session.ts';

/** Where what is under the cursor is named, in all files. */
export async function references(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
): Promise<Location[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shown(uri);
  const language = review && languageAt(review, uri);
  if (review === undefined || language === undefined) return null;
  if (!navigates(session.abilities, 'references', language)) return null;
  const offset = session.lines.of(review, uri).offsetAt(position);
  return referencesTo(review.workspace, uri, offset)
    .filter(({ kind }) => kind !== 'declaration' || context.includeDeclaration)
    .map((found) => ({
      uri: session.documents.clientDocument(found.uri).uri,
      range: session.lines.rangeOf(review, found.uri, found.span),
    }));
}
