import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { type LinkTarget, linksOf, linkTarget } from '#core/ask/links-of.ts';
import type { Review } from '#core/review.ts';
import { canonicalUri, isInFolder } from '#files/uri.ts';
import type { Client, Folders, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';

/** Of a file with more, the first. */
const mostLinks = 10_000;

/** What a link is found again by. */
interface LinkData {
  /** The document it stands in, as the client spells it. */
  readonly uri: string;
  readonly text: string;
}

type LinksInput = Pick<Reviews, 'shown'> & Pick<Texts, 'lines'> & Folders & Slices & Client<'deferredNavigation'>;

/** Links to the other files that a description names. Where they lead is said when one is followed: other files change, too. */
export async function documentLinks(
  session: LinksInput,
  { textDocument }: DocumentLinkParams,
): Promise<DocumentLink[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shown(uri);
  if (review === undefined || !navigatesIn(review, uri, 'documentLink', session.abilities)) return null;
  const { folders } = session.files;
  const links = await session.finish(linksOf(uri, review.workspace));
  return links
    .filter((link) => link.isKnown || isNamedFile(link.uri, folders, review))
    .slice(0, mostLinks)
    .map(({ span, text }) => {
      const data: LinkData = { uri: textDocument.uri, text };
      return { range: session.lines.rangeOf(review, uri, span), data };
    });
}

type LinkInput = Pick<Reviews, 'shownEverywhere'> & Texts;

/** Adds the file, and the place in it where that is known. */
export async function resolveDocumentLink(session: LinkInput, link: DocumentLink): Promise<DocumentLink> {
  if (!isLinkData(link.data)) return link;
  const uri = canonicalUri(link.data.uri);
  const review = await session.shownEverywhere(uri);
  const target = review && linkTarget(link.data.text, uri, review.workspace);
  if (review === undefined || target === undefined) return link;
  return { ...link, target: session.documents.clientDocument(target.uri).uri + fragment(session, review, target) };
}

function isLinkData(data: unknown): data is LinkData {
  const isObject = typeof data === 'object' && data !== null && 'uri' in data && 'text' in data;
  return isObject && typeof data.uri === 'string' && typeof data.text === 'string';
}

/** True for a file in a workspace folder of which it is not known that it is not there. */
function isNamedFile(uri: string, folders: readonly string[], { workspace }: Review): boolean {
  return !workspace.unread.has(uri) && folders.some((folder) => isInFolder(uri, folder));
}

/** `#L12,5`, as editors read it: line and column from 1. */
function fragment({ lines }: Pick<Texts, 'lines'>, review: Review, { uri, place }: LinkTarget): string {
  if (place === undefined) return '';
  const { line, character } = lines.of(review, uri).positionAt(place);
  return `#L${line + 1},${character + 1}`;
}
