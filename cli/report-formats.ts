import type { CommandIo, TextOutput } from '#cli/command-io.ts';
import { fixedText } from '#cli/fixed-text.ts';
import type { FormatName } from '#cli/format-names.ts';
import type { FurtherFixes } from '#cli/further-fixes.ts';
import type { Report } from '#cli/report.ts';
import { compactReport } from '#cli/report-compact.ts';
import { jsonReport } from '#cli/report-json.ts';
import { markdownReport } from '#cli/report-markdown.ts';
import { summaryText, textReport, totalsText } from '#cli/report-text.ts';
import { styleFor } from '#cli/style.ts';
import { versionText } from '#cli/version-notes.ts';
import type { VersionAdvice } from '#core/change/version-advice.ts';
import type { Rule } from '#core/rule.ts';
import { printable, printableJson } from '#core/text/printable.ts';

/** A report, and what is to be known to print it. */
export interface Printing {
  readonly report: Report;
  readonly rules: readonly Rule[];
  /** What the files are compared with; undefined: with nothing. */
  readonly base: string | undefined;
  /** What changes ask of versions. */
  readonly versions: readonly VersionAdvice[];
  /** What is to be done to the databases of schemas that changed, where that is asked for. */
  readonly plans: readonly string[];
  /** Where that is asked for. */
  readonly changelog: string;
  /** What fixes there are beside those that were made; undefined where none were asked for. */
  readonly further: FurtherFixes | undefined;
  readonly quiet: boolean;
  /** The most findings shown of one file; undefined: the format's own default. */
  readonly maxFindings: number | undefined;
  readonly environment: CommandIo['environment'];
}

export interface ReportFormat {
  readonly print: (printing: Printing, output: TextOutput) => void;
  /** Says beside the report what fixes changed, where it has no place for that. */
  readonly printFixed?: (printing: Printing, output: TextOutput) => void;
}

/** The most findings of one file in a text report, and the most fixes of one rule in it, unless asked otherwise. */
const usualMaximum = 100;
const usualFixes = 10;
/** The most rows of a comment. */
const usualRows = 10;

/** How each format is printed. */
const printers: { readonly [F in FormatName]: ReportFormat } = {
  text: { print: printText },
  compact: { print: printCompact, printFixed },
  markdown: { print: printMarkdown, printFixed },
  changelog: { print: ({ changelog }, output) => output.write(changelog) },
  sql: { print: printPlans },
  json: { print: printJson },
};

/** A format by its name. */
export function reportFormat(name: FormatName): ReportFormat {
  return printers[name];
}

function printText({ report, versions, further, quiet, maxFindings, environment }: Printing, output: TextOutput): void {
  const style = styleFor(output, environment);
  const width = Math.max(40, Math.min(output.columns ?? 100, 160));
  for (const text of textReport(report, { style, width, maxFindings: maxFindings ?? usualMaximum })) output.write(text);
  if (quiet) return;
  if (further !== undefined) output.write(fixedText(report, further, style, maxFindings ?? usualFixes));
  for (const advice of versions)
    output.write(`${printable(versionText(advice, (uri) => report.places.pathOf(uri)))}\n`);
  // Of what was to be fixed just now nobody is told that it can be.
  const summary = further === undefined ? report.summary : { ...report.summary, fixable: further.bySafe };
  const { files, filesWithFindings } = summary;
  if (files > 0 || filesWithFindings > 0) output.write(totalsText(summary, style) + summaryText(summary, style));
}

function printCompact({ report, maxFindings }: Printing, output: TextOutput): void {
  for (const line of compactReport(report, maxFindings ?? 0)) output.write(line);
}

function printMarkdown({ report, rules, base, versions, maxFindings }: Printing, output: TextOutput): void {
  output.write(markdownReport(report, { rules, base, versions, mostRows: maxFindings ?? usualRows }));
}

/** Without one there is a comment: a file of SQL is wanted. */
function printPlans({ plans, base }: Printing, output: TextOutput): void {
  const none = `-- No Prisma schema has another database than in ${printable(base ?? '')}.\n`;
  output.write(plans.length === 0 ? none : plans.join('\n'));
}

function printJson({ report, versions, maxFindings }: Printing, output: TextOutput): void {
  output.write(`${printableJson(JSON.stringify(jsonReport(report, maxFindings, versions), undefined, 2))}\n`);
}

function printFixed({ report, further, quiet, maxFindings, environment }: Printing, output: TextOutput): void {
  if (quiet || further === undefined) return;
  output.write(fixedText(report, further, styleFor(output, environment), maxFindings ?? usualFixes));
}
