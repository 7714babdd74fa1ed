import { readingDetails } from '#core/ask/reading-details.ts';
import { readingOf } from '#core/ask/reading-of.ts';
import type { Span } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { linkTo } from '#server/pages/place-link.ts';
import { readingPageText } from '#server/pages/reading-page-text.ts';
import type { Session } from '#server/session.ts';
import { shownName } from '#server/shown/shown-names.ts';

/** How a file was read, as a page; `null` for one that is not known, or while reviewing is off. */
export async function readingPage(session: Session, documentUri: string): Promise<string | null> {
  const uri = canonicalUri(documentUri);
  const review = await session.shown(uri);
  const reading = review && readingOf(uri, review, session.reviewSettings);
  if (review === undefined || reading === undefined) return null;
  const details = await session.finish(readingDetails(uri, review.workspace));
  const { folders } = session.files;
  return readingPageText(uri, reading, details, {
    nameOf: (each) => shownName(each, folders),
    linkOf: (each) => linkTo(each, folders),
    rangeOf: (span: Span) => session.lines.rangeOf(review, uri, span),
  });
}
