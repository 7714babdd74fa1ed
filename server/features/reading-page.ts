import { readingDetails } from '#core/ask/reading-details.ts';
import type { Span } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { type ReadingInput, readingIn } from '#server/features/reading-in.ts';
import type { Folders, Reviews, Slices, Texts } from '#server/inputs.ts';
import { linkTo } from '#server/pages/place-link.ts';
import { readingPageText } from '#server/pages/reading-page-text.ts';
import { shownName } from '#server/shown/shown-names.ts';

type PageInput = Pick<Reviews, 'shown' | 'complete'> & ReadingInput & Folders & Pick<Texts, 'lines'> & Slices;

/** How a file was read, as a page; `null` for one that is not known, or while reviewing is off. */
export async function readingPage(session: PageInput, documentUri: string): Promise<string | null> {
  const uri = canonicalUri(documentUri);
  const known = await session.shown(uri);
  // Which descriptions are compared with a schema is known when all of them are.
  if (known?.workspace.schemas.some((schema) => schema.has(uri))) await session.complete();
  const review = await session.shown(uri);
  const reading = review && readingIn(session, review, uri);
  if (review === undefined || reading === undefined) return null;
  const details = await session.finish(readingDetails(uri, review.workspace));
  const { folders } = session.files;
  return readingPageText(uri, reading, details, {
    nameOf: (each) => shownName(each, folders),
    linkOf: (each) => linkTo(each, folders),
    rangeOf: (span: Span) => session.lines.rangeOf(review, uri, span),
  });
}
