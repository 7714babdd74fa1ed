import type { FixOutcome } from '#cli/fix-sources.ts';
import type { Report } from '#cli/report.ts';
import { migrationsBetween } from '#core/project/migrations-between.ts';
import { printable } from '#core/text/printable.ts';

/** What the fixes that were made leave to the next migration of each schema. */
export function migrationNotes(
  { before, whole }: Pick<FixOutcome, 'before' | 'whole'>,
  { places }: Pick<Report, 'places'>,
): readonly string[] {
  if (before === undefined || whole === undefined) return [];
  return migrationsBetween(before, whole.workspace).map(({ uri, note }) => `${printable(places.pathOf(uri))}: ${note}`);
}
