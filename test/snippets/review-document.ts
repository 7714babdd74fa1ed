import assert from 'node:assert/strict';
import { type Review, review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { applyEdits } from '#core/text/span.ts';
import { rulebook } from '#rules/rulebook.ts';
import { patternBook } from '#snippets/pattern-book.ts';

export const folder = 'file:///desk/';

/** Texts by file name. */
export type Files = { readonly [name: string]: string };

/** Reviews files under all rules of a preset. */
export function reviewDocuments(files: Files, preset: 'recommended' | 'strict' = 'recommended'): Review {
  const sources = Object.entries(files).map(([name, text]) => ({ uri: folder + name, text }));
  const settings: ReviewSettings = { folders: [folder], preset, unread: new Map(), failFast: true };
  return review(sources, rulebook, settings);
}

/** Checks that no recommended rule finds anything but what is left to a person, told in these words, or by these rules. */
export function assertClean(files: Files, subject: string, left: readonly string[] = usuallyLeft): void {
  const all = [...reviewDocuments(files).files.values()].flatMap(({ findings }) => findings);
  const found = all.filter(({ message, ruleId }) => !left.includes(message) && !left.includes(ruleId)).map(described);
  assert.deepEqual(found, [], `${subject}\n${Object.values(files).join('\n')}`);
}

/** Ids are what the schema's other ids are, also where they are used up sooner. */
const usuallyLeft = ['prisma/key-not-exhausted'];

/** What came of an insertion: the texts after it, or the reason against it. */
export type Outcome = { readonly files: Files; readonly cursor: number | undefined } | { readonly problem: string };

/** For patterns that say when something ends. */
const dates = { since: new Date('2026-11-26T00:00:00Z'), end: new Date('2027-05-26T23:59:59Z') };

/** Inserts a pattern before the first `marker` of a file. */
export function insertAt(files: Files, name: string, patternId: string, marker: string): Outcome {
  const offset = files[name]?.indexOf(marker) ?? -1;
  assert.ok(offset >= 0, `“${marker}” is not in ${name}`);
  const inserted = patternBook.insert(reviewDocuments(files), folder + name, patternId, offset, dates);
  if ('problem' in inserted) return inserted;
  const edited = new Map(inserted.files.map(({ uri, edits }) => [uri.slice(folder.length), edits]));
  const texts = Object.entries(files).map(([file, text]) => [file, applyEdits(text, edited.get(file) ?? [])]);
  return { files: Object.fromEntries(texts), cursor: inserted.cursor };
}

/** Checks that every line of a text is still there, in order; only a comma may have been added to one. */
export function assertLinesKept(before: string, after: string): void {
  const lines = after.split('\n');
  let position = 0;
  for (const line of before.split('\n')) {
    const found = lines.findIndex((other, index) => index >= position && (other === line || other === `${line},`));
    assert.ok(found >= 0, `the line “${line}” is kept in\n${after}`);
    position = found + 1;
  }
}

function described({ ruleId, message, uri, span }: ReviewFinding): string {
  return `${ruleId} at ${uri.slice(folder.length)}:${span.start}: ${message}`;
}
