import type { ReviewOptions } from '#cli/arguments.ts';
import type { CommandIo, TextOutput } from '#cli/command-io.ts';
import { fixedText } from '#cli/fixed-text.ts';
import type { FurtherFixes } from '#cli/further-fixes.ts';
import type { Report } from '#cli/report.ts';
import { compactReport } from '#cli/report-compact.ts';
import { jsonReport } from '#cli/report-json.ts';
import { summaryText, textReport, totalsText } from '#cli/report-text.ts';
import { styleFor } from '#cli/style.ts';
import { printableJson } from '#core/text/printable.ts';

/** The most findings of one file in a text report, and the most fixes of one rule in it, unless asked otherwise. */
const usualMaximum = 100;
const usualFixes = 10;

/** Prints a report in the asked format; `further` where fixes were asked for. */
export function printReport(
  report: Report,
  further: FurtherFixes | undefined,
  { format, quiet, maxFindings }: ReviewOptions,
  output: TextOutput,
  environment: CommandIo['environment'],
): void {
  if (format === 'json') {
    output.write(`${printableJson(JSON.stringify(jsonReport(report, maxFindings), undefined, 2))}\n`);
    return;
  }
  if (format === 'compact') {
    for (const line of compactReport(report, maxFindings ?? 0)) output.write(line);
    return;
  }
  const style = styleFor(output, environment);
  const width = Math.max(40, Math.min(output.columns ?? 100, 160));
  for (const text of textReport(report, { style, width, maxFindings: maxFindings ?? usualMaximum })) output.write(text);
  if (quiet) return;
  if (further !== undefined) output.write(fixedText(report, further, style, maxFindings ?? usualFixes));
  // Of what was to be fixed just now nobody is told that it can be.
  const summary = further === undefined ? report.summary : { ...report.summary, fixable: further.bySafe };
  const { files, filesWithFindings } = summary;
  if (files > 0 || filesWithFindings > 0) output.write(totalsText(summary, style) + summaryText(summary, style));
}

/** Says what fixes changed beside a report that has no place for it: one that holds nothing but findings. */
export function printFixed(
  report: Report,
  further: FurtherFixes | undefined,
  { format, quiet, maxFindings }: ReviewOptions,
  output: TextOutput,
  environment: CommandIo['environment'],
): void {
  if (format !== 'compact' || quiet || further === undefined) return;
  output.write(fixedText(report, further, styleFor(output, environment), maxFindings ?? usualFixes));
}
