import type { AppliedFix } from '#cli/applied-fixes.ts';
import type { FurtherFixes } from '#cli/further-fixes.ts';
import type { Report, ReportedFile } from '#cli/report.ts';
import { counted } from '#cli/report-text.ts';
import type { Style } from '#cli/style.ts';
import { printable } from '#core/text/printable.ts';

/** What `--fix` changed, file by file and rule by rule; that nothing was to be done, where nothing was. */
export function fixedText(report: Report, further: FurtherFixes, style: Style, maxFixes: number): string {
  const texts = report.files.filter(({ applied }) => applied.length > 0);
  return texts.length === 0 ? nothingFixed(further) : texts.map((file) => fileText(file, style, maxFixes)).join('');
}

function fileText({ path, applied }: ReportedFile, style: Style, maxFixes: number): string {
  const byRule = new Map<string, AppliedFix[]>();
  for (const fix of applied) byRule.set(fix.ruleId, [...(byRule.get(fix.ruleId) ?? []), fix]);
  const rules = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rules.flatMap(([ruleId, fixes]) => {
    const shown = maxFixes === 0 ? fixes : fixes.slice(0, maxFixes);
    const leftOut = fixes.length - shown.length;
    return [
      `  ${ruleId} ${style.dim(`(${fixes.length})`)}`,
      ...shown.map((fix) => `    ${fixText(fix, path)}`),
      ...(leftOut > 0 ? [`    … and ${leftOut} more`] : []),
    ];
  });
  const head = `${style.good('fixed')} ${counted(applied.length, 'finding')} in ${printable(path)}`;
  return `${[head, ...lines].join('\n')}\n`;
}

function fixText({ start, title, changed }: AppliedFix, path: string): string {
  const others = changed.filter((other) => other !== path).map(printable);
  return `${start.line}:${start.column} ${printable(title)}${others.length === 0 ? '' : ` (in ${others.join(', ')})`}`;
}

function nothingFixed({ byReview, byName: { count, ruleIds } }: FurtherFixes): string {
  const review = byReview === 0 ? '' : ` ${canBeFixed(byReview)} with --fix=review; read what it changes.`;
  const more = byReview > 0 ? 'more ' : '';
  const named =
    count === 0 ? '' : ` ${canBeFixed(count, more)} with --fix=${ruleIds.join(',')}, which changes a schema, too.`;
  return `nothing was fixed.${review}${named}\n`;
}

function canBeFixed(count: number, more = ''): string {
  return `${count} ${more}${count === 1 ? 'finding' : 'findings'} can be fixed`;
}
