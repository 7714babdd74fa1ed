import type { LinePlace, Places } from '#cli/places.ts';
import type { MadeFix } from '#core/fix/fix-all.ts';
import type { ReviewFix } from '#core/review-finding.ts';
import { LineIndex } from '#core/text/line-index.ts';

/** A fix that `--fix` made, as it is told. */
export interface AppliedFix {
  readonly ruleId: string;
  /** What was said of the place. */
  readonly message: string;
  readonly title: string;
  readonly safety: ReviewFix['safety'];
  /** Where the finding began, in the text the fix was made in. */
  readonly start: LinePlace;
  /** The files it changed, by path. */
  readonly changed: readonly string[];
}

/** What was fixed, by the uri of the file the finding was in. */
export function appliedFixes(made: readonly MadeFix[], places: Places): ReadonlyMap<string, readonly AppliedFix[]> {
  const applied = new Map<string, AppliedFix[]>();
  const lines = new Map<string, LineIndex>();
  for (const { finding, fix, text, changed: uris } of made) {
    const { uri, ruleId, message, span } = finding;
    const { title, safety } = fix;
    const index = lines.get(text) ?? new LineIndex(text);
    lines.set(text, index);
    const { line, character } = index.positionAt(span.start);
    const start = { line: line + 1, column: character + 1, offset: span.start };
    const changed = [...uris].map((each) => places.pathOf(each)).sort();
    applied.set(uri, [...(applied.get(uri) ?? []), { ruleId, message, title, safety, start, changed }]);
  }
  return applied;
}
