import { markdownCode, markdownLine } from '#cli/markdown-text.ts';
import { countOf, type Report, rankOf } from '#cli/report.ts';
import { counted } from '#cli/report-text.ts';
import { versionText } from '#cli/version-notes.ts';
import type { VersionAdvice } from '#core/change/version-advice.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Rule } from '#core/rule.ts';
import { type ChangeEffect, changeEffect, tellsChange } from '#rules/detectors/change/change-effect.ts';
import { changesTitle, effectWords } from '#rules/detectors/change/changes-title.ts';

/** What is to be known to print a comment, beside the report. */
export interface MarkdownSetting {
  readonly rules: readonly Rule[];
  /** What it is compared with; undefined: with nothing. */
  readonly base: string | undefined;
  readonly versions: readonly VersionAdvice[];
  /** 0: all. */
  readonly mostRows: number;
}

/** A comment for a pull request: a title that counts, a table of the worst, what was left out, and what versions are asked for. */
export function markdownReport({ files, places, summary }: Report, setting: MarkdownSetting): string {
  const { base, versions, mostRows } = setting;
  const rows = files.flatMap(({ findings }) => findings).map((finding) => rowOf(finding, setting));
  const sorted = [...rows].sort((a, b) => a.rank - b.rank);
  const shown = mostRows === 0 ? sorted : sorted.slice(0, mostRows);
  const changes = rows
    .filter(({ isChange }) => isChange)
    .flatMap(({ effect, count }) => Array<typeof effect>(count).fill(effect));
  const title =
    base === undefined
      ? `${counted(summary.error, 'error')}, ${counted(summary.warning, 'warning')}, ${counted(summary.info, 'info')}`
      : changes.length === 0
        ? `No change against ${base} breaks clients or rows`
        : changesTitle(changes, base);
  const table = shown.map(({ finding, says, count }) => {
    const { line } = places.placeOf(finding.uri, finding.span.start);
    const more = count > 1 ? ` (${counted(count, 'place')})` : '';
    const where = markdownCode(`${places.pathOf(finding.uri)}:${line}`);
    return `| ${says} | ${where} | ${markdownLine(finding.message)}${more} |`;
  });
  const left = sorted.length - shown.length;
  const parts = [
    [`### ${markdownLine(title)}`],
    table.length === 0 ? [] : ['| | Where | What |', '|---|---|---|', ...table],
    left === 0
      ? []
      : [
          `… and ${left} more: ${markdownCode(base === undefined ? 'plumbline review' : 'plumbline changes')} tells all.`,
        ],
    versions.map((advice) => `- ${markdownLine(versionText(advice, (uri) => places.pathOf(uri)))}`),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

interface Row {
  readonly finding: ReviewFinding;
  readonly isChange: boolean;
  readonly effect: ChangeEffect | undefined;
  /** What it does, or else how bad it is. */
  readonly says: string;
  readonly count: number;
  readonly rank: number;
}

function rowOf(finding: ReviewFinding, { rules }: MarkdownSetting): Row {
  const rule = rules.find(({ id }) => id === finding.ruleId);
  const isChange = rule !== undefined && tellsChange(rule);
  const effect = isChange && finding.severity === 'error' ? changeEffect(rule) : undefined;
  const says = effect === undefined ? finding.severity : effectWords(effect);
  return { finding, isChange, effect, says, count: countOf(finding), rank: rankOf[finding.severity] };
}
