import type { RowState, SectionState } from '#core/checklist.ts';
import type { ServiceChecklist } from '#server/checklist-of.ts';
import { findingCounts } from '#server/finding-counts.ts';
import type { OverviewFile, PlacedEvidence, PlacedFinding } from '#server/overview.ts';
import { inlineText, rowNote, rowSign } from '#server/row-text.ts';

/** What a report is written from. */
export interface ReportInput {
  readonly files: readonly OverviewFile[];
  readonly checklists: readonly ServiceChecklist[];
  readonly nameOf: (uri: string) => string;
}

/** Of more findings in one row and file, the rest is counted. */
const shownFindings = 50;

/** Of more services only what is decided is written down; the rest is counted. */
const wholeServices = 10;

/** The report as Markdown: a table of the files, then for each service its rows, by guideline section. */
export function reportText(input: ReportInput): string {
  const parts = [
    '# Plumbline review',
    summary(input),
    ...input.checklists.flatMap((checklist) => serviceTexts(checklist, input)),
    engineText(input),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function summary({ files, nameOf }: ReportInput): string {
  if (files.length === 0) return 'There is no OpenAPI description and no Prisma schema here.';
  const rows = files.map((file) => {
    const { error, warning, info } = findingCounts(file.findings);
    return `| ${inlineText(nameOf(file.uri))} | ${roleText(file)} | ${error} | ${warning} | ${info} |`;
  });
  return ['| File | Read as | Errors | Warnings | Infos |', '|---|---|---:|---:|---:|', ...rows].join('\n');
}

function roleText({ role }: OverviewFile): string {
  switch (role) {
    case 'openapi-root':
      return 'OpenAPI description';
    case 'openapi-fragment':
      return 'part of a description';
    case 'prisma':
      return 'Prisma schema';
    case 'config':
      return 'configuration';
    case 'openapi-copy':
      return 'copy of a description';
    case 'prisma-copy':
    case 'other':
      return 'other';
    default:
      return role satisfies never;
  }
}

function serviceTexts({ service, sections, counts }: ServiceChecklist, input: ReportInput): readonly string[] {
  const { id, title, version, description, schema } = service;
  const name = [title ?? input.nameOf(id), version].filter((part) => part !== undefined).join(' ');
  const of = [description && input.nameOf(id), schema && `schema ${input.nameOf(schema.root)}`].filter(
    (part) => part !== undefined,
  );
  const { decided, rows, failing, open } = counts;
  const state = `${decided} of ${rows} rows decided: ${failing} ✗, ${open} ?.`;
  return [
    `## ${inlineText(name)}`,
    of.length === 0 ? state : `${inlineText(of.join(', '))}. ${state}`,
    ...sections.map((section) => sectionText(section, input)),
  ];
}

function sectionText({ title, items }: SectionState<PlacedFinding, PlacedEvidence>, input: ReportInput): string {
  const isLong = input.checklists.length > wholeServices;
  const rows = items.filter((row) => !isLong || row.kind === 'automatic' || row.answer !== undefined);
  return rows.length === 0 ? '' : `### ${title}\n\n${rows.map((row) => rowText(row, input)).join('\n')}`;
}

function rowText(row: RowState<PlacedFinding, PlacedEvidence>, input: ReportInput): string {
  const { title, sentence } = row.item;
  const note = rowNote(row, input.nameOf);
  const line = `- ${rowSign(row)} **${title}**: ${sentence}${note === '' ? '' : ` (${note})`}`;
  if (row.kind === 'automatic') {
    return row.findings.length === 0 ? line : `${line}\n${findingLists(row.findings, input)}`;
  }
  if (row.answer === undefined) return `${line}. ${row.item.question}`;
  return row.answer.note === undefined ? line : `${line}\n\n  > ${inlineText(row.answer.note)}`;
}

function findingLists(findings: readonly PlacedFinding[], { nameOf }: ReportInput): string {
  const byFile = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const ofFile = byFile.get(finding.uri);
    if (ofFile === undefined) byFile.set(finding.uri, [finding]);
    else ofFile.push(finding);
  }
  const lists = [...byFile].map(([uri, ofFile]) => {
    const lines = ofFile.slice(0, shownFindings).map(({ range, severity, message, ruleId }) => {
      return `    - line ${range.start.line + 1}, ${severity}: ${inlineText(message)} \`${ruleId}\``;
    });
    const leftOut = ofFile.length - lines.length;
    return [`  - **${inlineText(nameOf(uri))}**`, ...lines, ...(leftOut > 0 ? [`    - and ${leftOut} more`] : [])].join(
      '\n',
    );
  });
  return lists.join('\n');
}

/** What the engine itself found, which belongs to no row of the guideline. */
function engineText(input: ReportInput): string {
  const findings = input.files.flatMap((file) => file.findings.filter(({ ruleId }) => ruleId.startsWith('plumbline/')));
  return findings.length === 0 ? '' : `## Files\n\n${findingLists(findings, input)}`;
}
