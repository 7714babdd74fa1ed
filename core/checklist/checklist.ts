import type { Answer } from '#core/checklist/answers.ts';
import type { EvidenceSummary } from '#core/checklist/evidence.ts';
import type { ChecklistItem, Rule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';

interface RowText extends ChecklistItem {
  /** What is true of a good design, where the title only names what it is about. */
  readonly sentence: string;
}

/** A row that rules decide. */
export interface AutomaticRow extends RowText {
  readonly kind: 'automatic';
  /** What must be there for its rules to judge, in the plural: `webhooks and callbacks`. */
  readonly subject: string;
  /** The ids of rules of other rows whose findings say that the sentence does not hold. */
  readonly alsoDecidedBy: readonly string[];
}

/** A row that only a person can answer: yes means that the sentence holds. */
export interface HumanRow extends RowText {
  readonly kind: 'human';
  readonly question: string;
  /** True: a yes alone says too little, because the question asks what or which. */
  readonly asksNote: boolean;
  /** The id of the collector that shows what the files say; undefined where they say nothing. */
  readonly evidence?: string;
}

/** A row of the guideline as the checklist shows it. */
export type ChecklistRow = AutomaticRow | HumanRow;

export interface ChecklistRowGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistRow[];
}

/**
 * Whether a rule was on for the files of a service: for all, some, or none of them. `idle`: the service has no such files, so
 * that the rule decides nothing.
 */
export type RuleActivity = 'on' | 'partly' | 'off' | 'idle';

/** What the state of the checklist of one service is made from; findings and evidence in whatever form their places have. */
export interface ChecklistInput<F extends RuleFinding, E> {
  readonly sections: readonly ChecklistRowGroup[];
  readonly rulebook: Rulebook;
  /** In the order they are shown. */
  readonly findings: Iterable<F>;
  /** How many findings of a rule are ignored with a reason. */
  readonly ignored: ReadonlyMap<string, number>;
  readonly activityOf: (ruleId: string) => RuleActivity;
  /** The ids of rows that the files hold something of. */
  readonly subjects: ReadonlySet<string>;
  /** The names of files that a rule could not see, or not whole. */
  readonly unreadOf: (ruleId: string) => readonly string[];
  /** By collector id. */
  readonly evidence: ReadonlyMap<string, FoundEvidence<E>>;
  /** By item id. */
  readonly answers: ReadonlyMap<string, Answer>;
}

interface RuleFinding {
  readonly ruleId: string;
}

/** The first places of evidence, at most `shownEvidence`, and what there is in all. */
export interface FoundEvidence<E> extends EvidenceSummary {
  readonly first: readonly E[];
}

export interface SectionState<F, E> {
  readonly id: string;
  readonly title: string;
  readonly items: readonly RowState<F, E>[];
}

export type RowState<F, E> = AutomaticRowState<F> | HumanRowState<E>;

export interface AutomaticRowState<F> {
  readonly kind: 'automatic';
  readonly item: AutomaticRow;
  /**
   * `notApplicable`: the files hold nothing that its rules judge. `unknown`: all its rules are off, or something was not read.
   * `pass` is plain only where nothing is ignored and no rule is off.
   */
  readonly state: 'pass' | 'notApplicable' | 'unknown' | 'findings';
  readonly findings: readonly F[];
  /** How many findings are ignored with a reason. */
  readonly ignored: number;
  /** The ids of its recommended rules that are off, for some of the files at least. */
  readonly off: readonly string[];
  /** The names of files that were not read, or not whole. */
  readonly unread: readonly string[];
}

export interface HumanRowState<E> {
  readonly kind: 'human';
  readonly item: HumanRow;
  /** At most `shownEvidence` places. */
  readonly evidence: readonly E[];
  /** What the files say now; undefined where the row has no evidence. */
  readonly summary: EvidenceSummary | undefined;
  readonly answer: Answer | undefined;
  /** True for an answer that was given for other evidence. */
  readonly isStale: boolean;
}

/** How many places of evidence a row shows; the rest is counted. */
export const shownEvidence = 20;

/** The state of every row, in the guideline's order; rows whose rules all ship off are left out until one is turned on. */
export function checklistState<F extends RuleFinding, E>(input: ChecklistInput<F, E>): readonly SectionState<F, E>[] {
  const findings = findingsByRule(input.findings);
  return input.sections.map(({ id, title, items }) => ({
    id,
    title,
    items: items.flatMap((item) => {
      if (item.kind === 'human') return humanState(item, input);
      const rules = rulesOf(item, input.rulebook);
      return isLeftOff(rules, input) ? [] : automaticState(item, rules, input, findings);
    }),
  }));
}

function isLeftOff<F extends RuleFinding, E>(
  rules: readonly Rule[],
  { activityOf }: Pick<ChecklistInput<F, E>, 'activityOf'>,
): boolean {
  const isOff = (id: string) => activityOf(id) === 'off' || activityOf(id) === 'idle';
  return rules.length > 0 && rules.every(({ id, recommended }) => !recommended && isOff(id));
}

function rulesOf(item: AutomaticRow, { rules }: Pick<Rulebook, 'rules'>): readonly Rule[] {
  return rules.filter(({ id, item: own }) => own.id === item.id || item.alsoDecidedBy.includes(id));
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
  item: AutomaticRow,
  rules: readonly Rule[],
  { ignored, activityOf, subjects, unreadOf }: ChecklistInput<F, E>,
  findingsOf: ReadonlyMap<string, readonly F[]>,
): AutomaticRowState<F> {
  const ids = rules.map(({ id }) => id).filter((id) => activityOf(id) !== 'idle');
  const findings = ids.flatMap((id) => findingsOf.get(id) ?? []);
  const ignoredHere = ids.reduce((sum, id) => sum + (ignored.get(id) ?? 0), 0);
  // Of a rule that ships off nobody has to be told.
  const shipped = new Set(rules.filter(({ recommended }) => recommended).map(({ id }) => id));
  const off = ids.filter((id) => activityOf(id) !== 'on' && shipped.has(id));
  const unread = [...new Set(ids.flatMap(unreadOf))];
  const hasSubject = ids.length > 0 && (subjects.has(item.id) || ignoredHere > 0);
  const isUnknown = unread.length > 0 || (hasSubject && ids.every((id) => activityOf(id) === 'off'));
  const quiet = isUnknown ? 'unknown' : hasSubject ? 'pass' : 'notApplicable';
  const state = findings.length > 0 ? 'findings' : quiet;
  return { kind: 'automatic', item, state, findings, ignored: ignoredHere, off, unread };
}

function humanState<F extends RuleFinding, E>(
  item: HumanRow,
  { evidence, answers }: ChecklistInput<F, E>,
): HumanRowState<E> {
  const found = item.evidence === undefined ? undefined : (evidence.get(item.evidence) ?? noEvidence);
  const answer = answers.get(item.id);
  const given = answer?.evidence;
  const isStale =
    given !== undefined &&
    found !== undefined &&
    (given.count !== found.count || (given.digest !== undefined && given.digest !== found.digest));
  const summary = found && { count: found.count, digest: found.digest };
  return { kind: 'human', item, evidence: found?.first ?? [], summary, answer, isStale };
}

const noEvidence = { first: [], count: 0, digest: '' };
