import { LineIndex } from '#core/text/line-index.ts';
import { applyEdits } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Reviews, Shown, Texts } from '#server/inputs.ts';
import type { InsertPatternParams, PatternInsertion, PatternSummary, PatternsParams } from '#server/protocol.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';
import type { EndDates } from '#snippets/pattern.ts';
import type { PatternBook } from '#snippets/pattern-book.ts';

type PatternsInput = Pick<Reviews, 'current'> & Pick<Texts, 'lines'>;

/** The patterns for a document, and which of them fit at the position; `null` when it is not reviewed. */
export async function patterns(
  session: PatternsInput,
  book: PatternBook,
  { uri, position = { line: 0, character: 0 } }: PatternsParams,
): Promise<readonly PatternSummary[] | null> {
  const file = canonicalUri(uri);
  const review = await session.current(file);
  if (review === undefined) return null;
  if (!review.files.has(file)) return [];
  const offset = session.lines.of(review, file).offsetAt(position);
  return book.patternsFor(review, file, offset).map(({ problem, ...pattern }) => {
    return problem === undefined ? pattern : { ...pattern, problem };
  });
}

/** The edit that inserts a pattern, and where the cursor goes, or why it does not fit; `null` for a file not reviewed. */
export async function insertPattern(
  session: PatternsInput & Pick<Shown, 'contextOf'>,
  book: PatternBook,
  { uri, patternId, position, endDate }: InsertPatternParams,
  now: Date,
): Promise<PatternInsertion | null> {
  const review = await session.current(canonicalUri(uri));
  const file = review?.files.get(canonicalUri(uri));
  if (review === undefined || file === undefined) return null;
  const offset = session.lines.of(review, file.uri).offsetAt(position);
  const dates = endDate === undefined ? undefined : datesUntil(endDate, now);
  if (dates === null) return { problem: `“${endDate}” is no date: write it as YYYY-MM-DD.` };
  const inserted = book.insert(review, file.uri, patternId, offset, dates);
  if ('problem' in inserted) return inserted;
  const edit = toWorkspaceEdit(inserted.files, session.contextOf(review));
  if (inserted.cursor === undefined) return { edit };
  const own = inserted.files.filter((edited) => edited.uri === file.uri).flatMap(({ edits }) => edits);
  return { edit, cursor: new LineIndex(applyEdits(file.text, own)).positionAt(inserted.cursor) };
}

/** From today to the last second of a day, in UTC; `null` for what is no day. */
function datesUntil(endDate: string, now: Date): EndDates | null {
  const end = new Date(`${endDate}T23:59:59Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(endDate) && end.toJSON()?.startsWith(endDate);
  return isDay ? { since: new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`), end } : null;
}
