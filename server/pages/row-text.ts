import type { Answer } from '#core/checklist/answers.ts';
import type { AutomaticRowState, HumanRowState, RowState } from '#core/checklist/checklist.ts';
import { printable } from '#core/text/printable.ts';
import { staleText } from '#server/pages/stale-text.ts';
import type { PlacedEvidence, PlacedFinding } from '#server/shown/overview.ts';

/** The sign a row begins with in Markdown: ✓ holds, (✓) with exceptions, ✗ does not, – not applicable, ? nobody knows. */
export function rowSign(row: RowState<unknown, unknown>): string {
  if (row.kind === 'automatic') {
    const { state, ignored, off } = row;
    if (state === 'pass') return ignored + off.length === 0 ? '✓' : '(✓)';
    return { notApplicable: '–', unknown: '?', findings: '✗' }[state];
  }
  if (row.answer === undefined || row.isStale) return '?';
  return { yes: '✓', no: '✗', 'not-applicable': '–' }[row.answer.verdict];
}

/** What is to be said of a row in few words, in Markdown; empty where its sign says all. */
export function rowNote(row: RowState<PlacedFinding, PlacedEvidence>, nameOf: (uri: string) => string): string {
  return (row.kind === 'automatic' ? automaticNotes(row, nameOf) : humanNotes(row)).join('; ');
}

function automaticNotes(
  { item, state, findings, ignored, off, unread }: AutomaticRowState<PlacedFinding>,
  nameOf: (uri: string) => string,
): readonly string[] {
  return [
    ...(state === 'findings' ? [counted(findings.length, 'finding')] : []),
    ...(state === 'notApplicable' ? [`not applicable: there are no ${item.subject}`] : []),
    ...(ignored > 0 ? [`${counted(ignored, 'finding')} ignored`] : []),
    ...(off.length > 0 && state !== 'notApplicable' ? [`off: ${off.map((id) => `\`${id}\``).join(', ')}`] : []),
    ...(unread.length > 0
      ? [
          `not read: ${unread
            .slice(0, 3)
            .map((uri) => inlineText(uri.startsWith('file:') ? nameOf(uri) : uri))
            .join(', ')}`,
        ]
      : []),
  ];
}

function humanNotes(row: HumanRowState<PlacedEvidence>): readonly string[] {
  const { answer } = row;
  if (answer === undefined) return ['not answered'];
  const by = answeredBy(answer);
  const stale = staleText(row);
  return [
    ...(answer.verdict === 'not-applicable' ? ['not applicable'] : []),
    ...(by === '' ? [] : [by]),
    ...(stale === undefined ? [] : [stale]),
  ];
}

/** Who gave an answer and when: `Ada, 2026-03-31`; empty where nobody wrote it down. */
export function answeredBy({ who, when }: Answer): string {
  return [who, when]
    .filter((part) => part !== undefined)
    .map(inlineText)
    .join(', ');
}

/** An answer in words. */
export const verdictTexts = { yes: 'Yes', no: 'No: there is work to do', 'not-applicable': 'Not applicable' } as const;

/** User text on one line, all of it to be seen, its Markdown signs as they are written. */
export function inlineText(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** `1 finding`, `3 findings`; regular nouns only. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
