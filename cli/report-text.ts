import { excerptAt } from '#cli/excerpt.ts';
import type { Report, ReportedFile, ReportSummary } from '#cli/report.ts';
import type { Style } from '#cli/style.ts';
import { worstFindings } from '#cli/worst-findings.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { printable } from '#core/text/printable.ts';

export interface TextLayout {
  readonly style: Style;
  /** How wide excerpts may be, in columns. */
  readonly width: number;
  /** The most findings of one file; 0 shows all. */
  readonly maxFindings: number;
}

/** The findings for people to read, one piece of text per file with findings. */
export function* textReport(report: Report, layout: TextLayout): Iterable<string> {
  for (const file of report.files) if (file.findings.length > 0) yield fileText(file, report, layout);
}

/** The last line: what was found, or that nothing was. Ends with a line break. */
export function summaryText(summary: ReportSummary, { good }: Style): string {
  const { files, filesWithFindings, error, warning, info, places, fixable, fixed } = summary;
  const fixes = fixed === 0 ? '' : `${counted(fixed, 'finding')} fixed, `;
  if (filesWithFindings === 0) return `${fixes}${good('✔')} ${counted(files, 'file')} reviewed, nothing to improve.\n`;
  const counts = [counted(error, 'error'), counted(warning, 'warning'), counted(info, 'info')];
  const found = counts.filter((count) => !count.startsWith('0 ')).join(', ');
  const hint = fixable === 0 ? '' : ` ${fixable} of them can be fixed with --fix.`;
  const spread = places > error + warning + info ? ` at ${places} places` : '';
  return `${fixes}${fixed === 0 ? '' : 'left: '}${found}${spread} in ${counted(filesWithFindings, 'file')} (${files} reviewed).${hint}\n`;
}

/** From so many findings on it is worth knowing which rules they are of. */
const worthTotals = 10;

/** How many findings each rule has, where there are many of several rules. */
export function totalsText({ rules }: ReportSummary, { dim }: Style): string {
  const counts = Object.entries(rules);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total < worthTotals || counts.length < 2) return '';
  const width = String(counts[0]?.[1] ?? 0).length;
  return `${counts.map(([ruleId, count]) => `${String(count).padStart(width)}  ${dim(ruleId)}`).join('\n')}\n\n`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function fileText(file: ReportedFile, report: Report, layout: TextLayout): string {
  const shown = worstFindings(file.findings, layout.maxFindings);
  const gutter = gutterWidth(shown, report);
  const parts = [`${layout.style.underline(printable(file.path))}\n`];
  for (const [index, finding] of shown.entries()) {
    const isShownAbove = shown[index - 1]?.span.start === finding.span.start;
    const hasExcerpt = !isShownAbove && !isAboutWhole(finding);
    parts.push(findingText(finding, file, report, { ...layout, gutter, hasExcerpt }));
  }
  const leftOut = file.findings.length - shown.length;
  if (leftOut > 0) parts.push(`  … and ${counted(leftOut, 'further finding')} (--max-findings 0 shows all)\n`);
  return `${parts.join('')}\n`;
}

/** How many places a finding tells of are neither its own nor related to it. */
function unnamedPlaces({ uri, span, members, related }: ReviewFinding): number {
  const isOwn = (member: ReviewFinding) => member.uri === uri && member.span.start === span.start;
  return members.length === 0 ? 0 : members.length - related.length - Number(members.some(isOwn));
}

/** The line that a finding of many places stands at says nothing where that is the first of the file. */
function isAboutWhole({ span, members }: ReviewFinding): boolean {
  return members.length > 0 && span.start === 0;
}

function gutterWidth(findings: readonly ReviewFinding[], { places }: Report): number {
  const lines = findings.map(({ uri, span }) => places.placeOf(uri, span.start).line);
  return String(lines.reduce((most, line) => Math.max(most, line), 1)).length;
}

function findingText(
  finding: ReviewFinding,
  file: ReportedFile,
  { places }: Report,
  { style, width, gutter, hasExcerpt }: TextLayout & { readonly gutter: number; readonly hasExcerpt: boolean },
): string {
  const { line, column } = places.placeOf(finding.uri, finding.span.start);
  const paint = style[finding.severity];
  const margin = ' '.repeat(gutter);
  const lines = [
    `  ${line}:${column} ${paint(finding.severity)} ${printable(finding.message)}  ${style.dim(finding.ruleId)}`,
  ];
  if (hasExcerpt) {
    const { source, carets } = excerptAt(file.text, finding.span, width - gutter - 5);
    lines.push(`  ${style.dim(`${String(line).padStart(gutter)} │`)} ${source}`);
    lines.push(`  ${style.dim(`${margin} │`)} ${paint(carets)}`);
  }
  for (const related of finding.related) {
    const { uri, span, formerIn } = related;
    const place = formerIn === undefined ? places.placeOf(uri, span.start) : places.formerPlaceOf(uri, span.start);
    const version = formerIn === undefined ? '' : `${printable(formerIn)}:`;
    const path = uri === finding.uri && version === '' ? '' : `${version}${printable(places.pathOf(uri))}:`;
    lines.push(`  ${margin} ${style.dim('see:')} ${path}${place.line}:${place.column} ${printable(related.message)}`);
  }
  const unnamed = unnamedPlaces(finding);
  if (unnamed > 0) {
    lines.push(`  ${margin} ${style.dim(`see: … and ${counted(unnamed, 'further place')} (--every shows all)`)}`);
  }
  const [fix] = finding.fixes;
  if (fix !== undefined) lines.push(`  ${margin} ${style.dim('fix:')} ${printable(fix.title)}`);
  return `${lines.join('\n')}\n`;
}
