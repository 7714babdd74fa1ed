import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { linksOf } from '#core/ask/links-of.ts';
import type { Review } from '#core/review.ts';
import { canonicalUri, isInFolder } from '#files/uri.ts';
import { navigatesAt } from '#server/navigation-at.ts';
import type { Session } from '#server/session.ts';

/** Of a file with more, the first. */
const mostLinks = 10_000;

/** Links to the other files that a description names, and to the place in them where that is known. */
export async function documentLinks(
  session: Session,
  { textDocument }: DocumentLinkParams,
): Promise<DocumentLink[] | null> {
  const uri = canonicalUri(textDocument.uri);
  if (!navigatesAt(session, 'documentLink', uri)) return null;
  const review = await session.shown(uri);
  if (review === undefined) return null;
  const { folders } = session.files;
  return linksOf(uri, review.workspace)
    .filter((link) => link.isKnown || isNamedFile(link.uri, folders, review))
    .slice(0, mostLinks)
    .map(({ span, uri: target, place }) => ({
      range: session.lines.rangeOf(review, uri, span),
      target: session.documents.clientDocument(target).uri + fragment(session, review, target, place),
    }));
}

/** True for a file in a workspace folder of which it is not known that it is not there. */
function isNamedFile(uri: string, folders: readonly string[], { workspace }: Review): boolean {
  return !workspace.unread.has(uri) && folders.some((folder) => isInFolder(uri, folder));
}

/** `#L12,5`, as editors read it: line and column from 1. */
function fragment(session: Session, review: Review, uri: string, place: number | undefined): string {
  if (place === undefined) return '';
  const { line, character } = session.lines.of(review, uri).positionAt(place);
  return `#L${line + 1},${character + 1}`;
}
