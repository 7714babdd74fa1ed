import type { AutomaticRowState, HumanRowState, RowState } from '#core/checklist/checklist.ts';
import { type FileNames, lineLink } from '#server/pages/place-link.ts';
import { answeredBy, counted, inlineText, rowNote, rowSign, verdictTexts } from '#server/pages/row-text.ts';
import { staleText } from '#server/pages/stale-text.ts';
import type { PlacedEvidence, PlacedFinding } from '#server/shown/overview.ts';

/** How a page names things. */
export interface PageNames extends FileNames {
  readonly service: string;
}

/** Of more findings the rest is counted. */
const shownFindings = 100;

/** A row as a page of its own: its sentence, the question in full, what was answered, and where to look. */
export function rowPageText(row: RowState<PlacedFinding, PlacedEvidence>, names: PageNames): string {
  const { title, sentence } = row.item;
  const parts = [`# ${title}`, `${sentence}. *${inlineText(names.service)}*`];
  parts.push(...(row.kind === 'automatic' ? automaticParts(row, names) : humanParts(row, names)));
  return `${parts.join('\n\n')}\n`;
}

function automaticParts(row: AutomaticRowState<PlacedFinding>, names: PageNames): readonly string[] {
  const note = rowNote(row, names.nameOf);
  const shown = row.findings.slice(0, shownFindings);
  const lines = shown.map(
    (finding) =>
      `- ${placeLink(finding, names)} ${finding.severity}: ${inlineText(finding.message)} \`${finding.ruleId}\``,
  );
  const leftOut = row.findings.length - shown.length;
  return [
    `**${rowSign(row)}** ${note === '' ? 'Its rules ran and found nothing.' : `Decided by rules: ${note}.`}`,
    ...(lines.length === 0 ? [] : [[...lines, ...(leftOut > 0 ? [`- and ${leftOut} more`] : [])].join('\n')]),
  ];
}

function humanParts(row: HumanRowState<PlacedEvidence>, names: PageNames): readonly string[] {
  const { item, evidence, summary } = row;
  const leftOut = (summary?.count ?? 0) - evidence.length;
  const lines = evidence.map((each) => `- ${placeLink(each, names)} ${inlineText(each.text)}`);
  return [
    `## Question\n\n${item.question}`,
    `## Answer\n\n${answerText(row)}`,
    ...(lines.length === 0
      ? []
      : [
          `## Where to look\n\n${[...lines, ...(leftOut > 0 ? [`- and ${counted(leftOut, 'further place')}`] : [])].join('\n')}`,
        ]),
  ];
}

function answerText(row: HumanRowState<PlacedEvidence>): string {
  const { answer, item } = row;
  if (answer === undefined) {
    const note = item.asksNote ? ', and say what was found or decided' : '';
    return `Nobody has answered yet. Answer yes when this holds${note}.`;
  }
  const by = answeredBy(answer);
  const stale = staleText(row);
  const told = `**${rowSign(row)}** ${verdictTexts[answer.verdict]}${by === '' ? '' : ` (${by})`}.`;
  return [
    told,
    ...(stale === undefined ? [] : [`The answer is stale: ${stale}.`]),
    ...(answer.note === undefined ? [] : [`> ${inlineText(answer.note)}`]),
  ].join('\n\n');
}

function placeLink({ uri, range }: Pick<PlacedEvidence, 'uri' | 'range'>, names: PageNames): string {
  return lineLink(`${inlineText(names.nameOf(uri))}:${range.start.line + 1}`, uri, range, names);
}
