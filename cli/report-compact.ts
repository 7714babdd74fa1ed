import { countOf, type Report } from '#cli/report.ts';
import { counted } from '#cli/report-text.ts';
import { worstFindings } from '#cli/worst-findings.ts';
import { printable } from '#core/text/printable.ts';

/**
 * One line a finding, as editors and `grep` read them: `path:line:column: severity: message [rule]`. `maxFindings` of one file;
 * 0 shows all.
 */
export function* compactReport({ files, places }: Report, maxFindings: number): Iterable<string> {
  for (const { path, findings } of files) {
    for (const finding of worstFindings(findings, maxFindings)) {
      const { line, column } = places.placeOf(finding.uri, finding.span.start);
      const count = countOf(finding);
      const spread = count > 1 ? ` (${counted(count, 'place')})` : '';
      const { severity, message, ruleId } = finding;
      yield `${printable(path)}:${line}:${column}: ${severity}: ${printable(message)}${spread} [${ruleId}]\n`;
    }
  }
}
