import { sectionAt } from '#core/ask/section-at.ts';
import { resolveFixes } from '#core/fix.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { ignoreChange } from '#core/suppress/ignore-edit.ts';
import { shiftSpan } from '#core/text/span.ts';
import { happens, pickFrom } from './chance.ts';
import type { Desk } from './desk.ts';
import type { StepKind, Table } from './step.ts';

/** Edits that answer what was found: fixes, and suppressions with and without a reason. */
export const findingSteps: readonly StepKind[] = [
  { name: 'fix', weight: 7, act: fix },
  { name: 'fix all', weight: 1, act: fixAll },
  { name: 'suppress', weight: 5, act: suppress },
  { name: 'remove a suppression', weight: 3, act: removeSuppression },
  { name: 'change a suppression', weight: 2, act: changeSuppression },
];

function fix({ desk, random, review }: Table): string | undefined {
  const fixes = isCurrent(desk, review) ? findingsOf(review).flatMap((finding) => finding.fixes) : [];
  const chosen = pickFrom(random, fixes);
  if (chosen === undefined) return undefined;
  for (const { uri, edits } of resolveFixes(review, [chosen]).files) desk.edit(uri, edits);
  return `fix: ${chosen.title}`;
}

function fixAll({ desk, review }: Table): string | undefined {
  if (!isCurrent(desk, review)) return undefined;
  const fixes = findingsOf(review).flatMap((finding) => finding.fixes.slice(0, 1));
  const { files } = resolveFixes(review, fixes.slice(0, 20));
  for (const { uri, edits } of files) desk.edit(uri, edits);
  return files.length === 0 ? undefined : 'fix all';
}

function suppress({ desk, random, review }: Table): string | undefined {
  const finding = isCurrent(desk, review) ? pickFrom(random, findingsOf(review)) : undefined;
  const place = finding && sectionAt(review.workspace, finding.uri, finding.span.start);
  if (finding === undefined || place === undefined) return undefined;
  const { ruleId } = finding;
  const reason = happens(random, 0.8) ? 'agreed' : ' ';
  const change = ignoreChange(place.section, shiftSpan(finding.span, -place.start), ruleId, reason);
  if (change === undefined) return undefined;
  const files = resolveFixes(review, [{ title: '', safety: 'safe', changes: [change] }]).files;
  for (const { uri, edits } of files) desk.edit(uri, edits);
  return `suppress ${ruleId} in ${finding.uri}`;
}

function removeSuppression(table: Table): string | undefined {
  return onSuppression(table, /^.*plumbline-ignore.*\n/gm, () => '');
}

/** Another rule, or no reason. */
function changeSuppression(table: Table): string | undefined {
  const rule = pickFrom(table.random, findingsOf(table.review))?.ruleId ?? 'openapi/unknown';
  return onSuppression(table, /(?<=plumbline-ignore )[^\n]*/g, () =>
    happens(table.random, 0.7) ? `${rule}: because` : rule,
  );
}

function onSuppression({ desk, random }: Table, pattern: RegExp, change: () => string): string | undefined {
  const places = desk.uris.flatMap((uri) => [...desk.textOf(uri).matchAll(pattern)].map((match) => ({ uri, match })));
  const place = pickFrom(random, places);
  if (place === undefined) return undefined;
  const { uri, match } = place;
  const newText = change();
  desk.edit(uri, [{ span: { start: match.index, end: match.index + match[0].length }, newText }]);
  return `suppression ${JSON.stringify(match[0])} → ${JSON.stringify(newText)} in ${uri}`;
}

/** A fix is written against the texts it was found in. */
function isCurrent(desk: Desk, review: Review): boolean {
  return (
    desk.uris.length === review.files.size && desk.uris.every((uri) => review.files.get(uri)?.text === desk.textOf(uri))
  );
}

function findingsOf(review: Review): readonly ReviewFinding[] {
  return [...review.files.values()].flatMap(({ findings }) => [...findings, ...foldedOf(findings)]);
}

function foldedOf(findings: readonly ReviewFinding[]): readonly ReviewFinding[] {
  return findings.flatMap(({ members }) => members);
}
