import type { Location, ReferenceParams } from 'vscode-languageserver';
import { referencesToSteps } from '#core/ask/references-to.ts';
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
  const found = await session.finish(referencesToSteps(review.workspace, uri, offset));
  return found
    .filter(({ kind }) => kind !== 'declaration' || context.includeDeclaration)
    .map(({ uri: at, span }) => ({
      uri: session.documents.clientDocument(at).uri,
      range: session.lines.rangeOf(review, at, span),
    }));
}
