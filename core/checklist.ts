import type { Answer } from '#core/answers.ts';
import type { Evidence } from '#core/evidence.ts';
import type { Review, ReviewFinding } from '#core/review.ts';
import type { ChecklistItem, Rule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** A row of the guideline as the checklist shows it: decided by rules, or answered by a person. */
export type ChecklistRow =
  | (ChecklistItem & { readonly kind: 'automatic' })
  | (ChecklistItem & { readonly kind: 'human'; readonly question: string; readonly evidence?: string });

export interface ChecklistRowGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistRow[];
}

/** What the state of the checklist is made from. */
export interface ChecklistInput {
  readonly sections: readonly ChecklistRowGroup[];
  readonly rulebook: Rulebook;
  readonly review: Review;
  /** The rules that are switched on. A row whose rules are all off is not applicable. */
  readonly activeRuleIds: ReadonlySet<string>;
  /** By collector id. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** By item id. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Whether a file belongs to the folder asked for. */
  readonly isShown: (uri: string) => boolean;
}

export interface SectionState {
  readonly id: string;
  readonly title: string;
  readonly items: readonly RowState[];
}

export type RowState = AutomaticRowState | HumanRowState;

export interface AutomaticRowState {
  readonly kind: 'automatic';
  readonly item: ChecklistItem;
  /** `notApplicable`: no rule of the row is on, or the files hold nothing its rules look at. */
  readonly state: 'pass' | 'notApplicable' | 'findings';
  readonly findings: readonly ReviewFinding[];
}

export interface HumanRowState {
  readonly kind: 'human';
  readonly item: ChecklistItem;
  readonly question: string;
  /** At most `shownEvidence` places. */
  readonly evidence: readonly Evidence[];
  readonly evidenceLeftOut: number;
  readonly answer: Answer | undefined;
}

/** How many places of evidence a row shows; the rest is counted. */
export const shownEvidence = 20;

/** The state of every row, in the guideline's order. */
export function checklistState(input: ChecklistInput): readonly SectionState[] {
  const findings = findingsByRule(input);
  return input.sections.map(({ id, title, items }) => ({
    id,
    title,
    items: items.map((item) =>
      item.kind === 'automatic' ? automaticState(item, input, findings) : humanState(item, input),
    ),
  }));
}

/** Every id a row has. */
export function checklistItemIds(sections: readonly ChecklistRowGroup[]): ReadonlySet<string> {
  return new Set(sections.flatMap(({ items }) => items.map(({ id }) => id)));
}

function findingsByRule({ review, isShown }: ChecklistInput): ReadonlyMap<string, readonly ReviewFinding[]> {
  const byRule = new Map<string, ReviewFinding[]>();
  for (const file of review.files.values()) {
    if (!isShown(file.uri)) continue;
    for (const finding of file.findings) {
      const known = byRule.get(finding.ruleId);
      if (known === undefined) byRule.set(finding.ruleId, [finding]);
      else known.push(finding);
    }
  }
  return byRule;
}

function automaticState(
  item: ChecklistItem,
  { rulebook, review, activeRuleIds }: ChecklistInput,
  findingsOf: ReadonlyMap<string, readonly ReviewFinding[]>,
): AutomaticRowState {
  const rules = rulebook.rules.filter((rule) => rule.item.id === item.id);
  const findings = rules.flatMap((rule) => findingsOf.get(rule.id) ?? []);
  if (findings.length > 0) return { kind: 'automatic', item, state: 'findings', findings };
  const isApplicable = (rule: Rule) => activeRuleIds.has(rule.id) && rule.on.some((kind) => review.kindsSeen.has(kind));
  return { kind: 'automatic', item, state: rules.some(isApplicable) ? 'pass' : 'notApplicable', findings };
}

function humanState(
  item: Extract<ChecklistRow, { readonly kind: 'human' }>,
  { evidence, answers, isShown }: ChecklistInput,
): HumanRowState {
  const found =
    item.evidence === undefined ? [] : (evidence.get(item.evidence) ?? []).filter(({ uri }) => isShown(uri));
  return {
    kind: 'human',
    item,
    question: item.question,
    evidence: found.slice(0, shownEvidence),
    evidenceLeftOut: Math.max(0, found.length - shownEvidence),
    answer: answers.get(item.id),
  };
}
