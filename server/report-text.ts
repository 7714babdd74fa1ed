import type { AutomaticRowState, HumanRowState, SectionState } from '#core/checklist.ts';
import { findingCounts } from '#server/finding-counts.ts';
import type { OverviewFile, PlacedEvidence, PlacedFinding } from '#server/overview.ts';

/** What a report is written from. */
export interface ReportInput {
  readonly files: readonly OverviewFile[];
  readonly sections: readonly SectionState<PlacedFinding, PlacedEvidence>[];
  readonly nameOf: (uri: string) => string;
}

/** Of more findings in one row and file, the rest is counted. */
const shownFindings = 50;

/** The report as Markdown: a table of the files, the findings by guideline section and file, the answers of people. */
export function reportText(input: ReportInput): string {
  const parts = [
    '# Plumbline review',
    summary(input),
    ...input.sections.map((section) => sectionText(section, input)),
    engineText(input),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function summary({ files, nameOf }: ReportInput): string {
  if (files.length === 0) return 'There is no OpenAPI description and no Prisma schema here.';
  const rows = files.map((file) => {
    const { error, warning, info } = findingCounts(file.findings);
    return `| ${inline(nameOf(file.uri))} | ${roleText(file)} | ${error} | ${warning} | ${info} |`;
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
    case 'prisma-copy':
    case 'other':
      return 'other';
    default:
      return role satisfies never;
  }
}

function sectionText({ title, items }: SectionState<PlacedFinding, PlacedEvidence>, input: ReportInput): string {
  const rows = items.map((item) => (item.kind === 'automatic' ? automaticText(item, input) : humanText(item)));
  return `## ${title}\n\n${rows.join('\n')}`;
}

function automaticText({ item, state, findings }: AutomaticRowState<PlacedFinding>, input: ReportInput): string {
  switch (state) {
    case 'pass':
      return `- ✓ ${item.title}`;
    case 'notApplicable':
      return `- – ${item.title} (not applicable)`;
    case 'findings':
      return `- ✗ ${item.title}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}\n${findingLists(findings, input)}`;
    default:
      return state satisfies never;
  }
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
      return `    - line ${range.start.line + 1}, ${severity}: ${inline(message)} \`${ruleId}\``;
    });
    const leftOut = ofFile.length - lines.length;
    return [`  - **${inline(nameOf(uri))}**`, ...lines, ...(leftOut > 0 ? [`    - and ${leftOut} more`] : [])].join(
      '\n',
    );
  });
  return lists.join('\n');
}

function humanText({ item, question, answer }: HumanRowState<PlacedEvidence>): string {
  if (answer === undefined) return `- ☐ ${item.title}: not answered. ${question}`;
  const by = [answer.who, answer.when].filter((part) => part !== undefined).join(', ');
  const note = answer.note === undefined ? '' : `\n\n  > ${inline(answer.note)}`;
  return `- ${answer.checked ? '☑' : '☐'} ${item.title}${by === '' ? '' : ` (${inline(by)})`}${note}`;
}

/** What the engine itself found, which belongs to no row of the guideline. */
function engineText(input: ReportInput): string {
  const findings = input.files.flatMap((file) => file.findings.filter(({ ruleId }) => ruleId.startsWith('plumbline/')));
  return findings.length === 0 ? '' : `## Files\n\n${findingLists(findings, input)}`;
}

/** User text on one line, its Markdown signs as they are written. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|]/g, '\\$&');
}
