import { LineIndex } from '#core/text/line-index.ts';
import { applyEdits } from '#core/text/span.ts';
import { canonicalUri } from '#files/file-uri.ts';
import { toWorkspaceEdit } from '#server/convert.ts';
import type { InsertPatternParams, PatternInsertion, PatternSummary } from '#server/protocol.ts';
import type { Session } from '#server/session.ts';
import type { PatternBook } from '#snippets/pattern-book.ts';

/** The patterns that fit a document; `null` when it is not reviewed. */
export async function patterns(
  session: Session,
  book: PatternBook,
  uri: string,
): Promise<readonly PatternSummary[] | null> {
  const file = canonicalUri(uri);
  const review = await session.current(file);
  if (review === undefined) return null;
  const fitting = book.patternsFor(review, file);
  return fitting.map(({ id, title, description }) => ({ id, title, description }));
}

/** The edit that inserts a pattern, and where the cursor goes, or why it does not fit; `null` for a file not reviewed. */
export async function insertPattern(
  session: Session,
  book: PatternBook,
  { uri, patternId, position }: InsertPatternParams,
): Promise<PatternInsertion | null> {
  const review = await session.current(canonicalUri(uri));
  const file = review?.files.get(canonicalUri(uri));
  if (review === undefined || file === undefined) return null;
  const offset = session.lines.of(review, file.uri).offsetAt(position);
  const inserted = book.insert(review, file.uri, patternId, offset);
  if ('problem' in inserted) return inserted;
  const edit = toWorkspaceEdit(inserted.files, session.contextOf(review));
  if (inserted.cursor === undefined) return { edit };
  const own = inserted.files.filter((edited) => edited.uri === file.uri).flatMap(({ edits }) => edits);
  return { edit, cursor: new LineIndex(applyEdits(file.text, own)).positionAt(inserted.cursor) };
}
