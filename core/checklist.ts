import type { Answer } from '#core/answers.ts';
import type { ChecklistItem, NodeKind, Rule } from '#core/rule.ts';
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

/** What the state of the checklist is made from: findings and evidence, in whatever form their places have. */
export interface ChecklistInput<F extends RuleFinding, E> {
  readonly sections: readonly ChecklistRowGroup[];
  readonly rulebook: Rulebook;
  /** In the order they are shown; those of files that are asked for. */
  readonly findings: Iterable<F>;
  readonly kindsSeen: ReadonlySet<NodeKind>;
  /** The rules that are switched on. A row whose rules are all off is not applicable. */
  readonly activeRuleIds: ReadonlySet<string>;
  /** By collector id. */
  readonly evidence: ReadonlyMap<string, FoundEvidence<E>>;
  /** By item id. */
  readonly answers: ReadonlyMap<string, Answer>;
}

interface RuleFinding {
  readonly ruleId: string;
}

/** The first places of evidence, at most `shownEvidence`, and how many there are in all. */
export interface FoundEvidence<E> {
  readonly first: readonly E[];
  readonly count: number;
}

export interface SectionState<F, E> {
  readonly id: string;
  readonly title: string;
  readonly items: readonly RowState<F, E>[];
}

export type RowState<F, E> = AutomaticRowState<F> | HumanRowState<E>;

export interface AutomaticRowState<F> {
  readonly kind: 'automatic';
  readonly item: ChecklistItem;
  /** `notApplicable`: no rule of the row is on, or the files hold nothing its rules look at. */
  readonly state: 'pass' | 'notApplicable' | 'findings';
  readonly findings: readonly F[];
}

export interface HumanRowState<E> {
  readonly kind: 'human';
  readonly item: ChecklistItem;
  readonly question: string;
  /** At most `shownEvidence` places. */
  readonly evidence: readonly E[];
  readonly evidenceLeftOut: number;
  readonly answer: Answer | undefined;
}

/** How many places of evidence a row shows; the rest is counted. */
export const shownEvidence = 20;

/** The state of every row, in the guideline's order. */
export function checklistState<F extends RuleFinding, E>(input: ChecklistInput<F, E>): readonly SectionState<F, E>[] {
  const findings = findingsByRule(input.findings);
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

function findingsByRule<F extends RuleFinding>(findings: Iterable<F>): ReadonlyMap<string, readonly F[]> {
  const byRule = new Map<string, F[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.ruleId);
    if (known === undefined) byRule.set(finding.ruleId, [finding]);
    else known.push(finding);
  }
  return byRule;
}

function automaticState<F extends RuleFinding, E>(
  item: ChecklistItem,
  { rulebook, kindsSeen, activeRuleIds }: ChecklistInput<F, E>,
  findingsOf: ReadonlyMap<string, readonly F[]>,
): AutomaticRowState<F> {
  const rules = rulebook.rules.filter((rule) => rule.item.id === item.id);
  const findings = rules.flatMap((rule) => findingsOf.get(rule.id) ?? []);
  if (findings.length > 0) return { kind: 'automatic', item, state: 'findings', findings };
  const isApplicable = (rule: Rule) => activeRuleIds.has(rule.id) && rule.on.some((kind) => kindsSeen.has(kind));
  return { kind: 'automatic', item, state: rules.some(isApplicable) ? 'pass' : 'notApplicable', findings };
}

function humanState<F extends RuleFinding, E>(
  item: Extract<ChecklistRow, { readonly kind: 'human' }>,
  { evidence, answers }: ChecklistInput<F, E>,
): HumanRowState<E> {
  const { first, count } = (item.evidence === undefined ? undefined : evidence.get(item.evidence)) ?? noEvidence;
  return {
    kind: 'human',
    item,
    question: item.question,
    evidence: first,
    evidenceLeftOut: count - first.length,
    answer: answers.get(item.id),
  };
}

const noEvidence = { first: [], count: 0 };
