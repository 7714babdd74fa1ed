import type { HumanRowState, RowState, SectionState } from '#core/checklist/checklist.ts';
import type { Service } from '#core/checklist/services.ts';
import { roleInfo } from '#core/file-role.ts';
import type { ServiceChecklist } from '#server/features/checklist-of.ts';
import { type FileNames, fileLink, lineLink } from '#server/pages/place-link.ts';
import { counted, inlineText, rowNote, rowSign, verdictTexts } from '#server/pages/row-text.ts';
import { findingCounts } from '#server/shown/finding-counts.ts';
import type { OverviewFile, PlacedEvidence, PlacedFinding } from '#server/shown/overview.ts';

/** What a report is written from. */
export interface ReportInput extends FileNames {
  readonly files: readonly OverviewFile[];
  readonly checklists: readonly ServiceChecklist[];
  /** The day, as YYYY-MM-DD, and the version of Plumbline. */
  readonly made: { readonly on: string; readonly version: string };
}

/** Of more findings in one row and file, the rest is counted. */
const shownFindings = 50;

/** Of more services only what is decided is written down; the rest is counted. */
const wholeServices = 10;

/** The report as Markdown: what was reviewed and when, a table of the files with the totals, then for each service its rows, by guideline section. */
export function reportText(input: ReportInput): string {
  const parts = [
    `# Review of ${subject(input)}`,
    `Made on ${input.made.on} by Plumbline ${input.made.version}.`,
    summary(input),
    ...input.checklists.flatMap((checklist) => serviceTexts(checklist, input)),
    engineText(input),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The one API or schema by its title and version; several by their number. */
function subject({ checklists, nameOf }: ReportInput): string {
  const services = checklists.map(({ service }) => service);
  const [first, ...others] = services.filter(({ description, schema }) => description ?? schema);
  if (first === undefined) return 'the workspace';
  return others.length === 0 ? inlineText(serviceName(first, nameOf)) : `${others.length + 1} services`;
}

function serviceName({ id, title, version }: Service, nameOf: ReportInput['nameOf']): string {
  return [title ?? nameOf(id), version].filter((part) => part !== undefined).join(' ');
}

function summary(input: ReportInput): string {
  const { files } = input;
  if (files.length === 0) return 'There is no OpenAPI description and no Prisma schema here.';
  const row = (name: string, role: string, findings: readonly PlacedFinding[]): string => {
    const { error, warning, info } = findingCounts(findings);
    return `| ${name} | ${role} | ${error} | ${warning} | ${info} |`;
  };
  const all = files.flatMap(({ findings }) => findings);
  return [
    '| File | Read as | Errors | Warnings | Infos |',
    '|---|---|---:|---:|---:|',
    ...files.map((file) => row(fileLink(file.uri, input), roleInfo(file.role).title, file.findings)),
    row(`**${counted(files.length, 'file')}**`, '', all),
  ].join('\n');
}

function serviceTexts({ service, sections, counts }: ServiceChecklist, input: ReportInput): readonly string[] {
  const { id, description, schema } = service;
  const of = [description && fileLink(id, input), schema && `schema ${fileLink(schema.root, input)}`].filter(
    (part) => part !== undefined,
  );
  const { decided, rows, failing, open } = counts;
  const state = `${decided} of ${rows} rows decided: ${failing} ✗, ${open} ?.`;
  return [
    `## ${inlineText(serviceName(service, input.nameOf))}`,
    of.length === 0 ? state : `${of.join(', ')}. ${state}`,
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
  return [line, ...questionLines(row)].join('\n  - ');
}

/** The question as it was asked, and what was said to it. */
function questionLines({ item, answer }: HumanRowState<PlacedEvidence>): readonly string[] {
  const question = `Question: ${item.question}`;
  if (answer === undefined) return [question];
  const said = `Answer: ${verdictTexts[answer.verdict]}.`;
  return [question, said, ...(answer.note === undefined ? [] : [`Note: ${inlineText(answer.note)}`])];
}

function findingLists(findings: readonly PlacedFinding[], names: ReportInput): string {
  const byFile = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const ofFile = byFile.get(finding.uri);
    if (ofFile === undefined) byFile.set(finding.uri, [finding]);
    else ofFile.push(finding);
  }
  const lists = [...byFile].map(([uri, ofFile]) => {
    const lines = ofFile.slice(0, shownFindings).map(({ range, severity, message, ruleId }) => {
      const place = lineLink(`line ${range.start.line + 1}`, uri, range, names);
      return `    - ${place}, ${severity}: ${inlineText(message)} \`${ruleId}\``;
    });
    const leftOut = ofFile.length - lines.length;
    return [`  - **${fileLink(uri, names)}**`, ...lines, ...(leftOut > 0 ? [`    - and ${leftOut} more`] : [])].join(
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
