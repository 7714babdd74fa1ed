import { type ChangedJudgements, type ComparedFacts, compareFacts } from '#core/judge/compare-facts.ts';
import { type Judgement, type KeptJudgement, UnitJudge } from '#core/judge/judge-unit.ts';
import { keptReads } from '#core/judge/kept-reads.ts';
import { type KnownJudgement, KnownJudgements } from '#core/judge/known-judgements.ts';
import { type Dispatch, dispatchFor } from '#core/judge/rule-dispatch.ts';
import { nothingStale, type Readers, staleSections } from '#core/judge/stale-sections.ts';
import { type RunFrame, standingUnits, type UnitPlace } from '#core/judge/standing-units.ts';
import type { NodeKind } from '#core/node.ts';
import { activeConfig } from '#core/project/active-config.ts';
import type { ReviewUnit } from '#core/project/review-unit.ts';
import { unitGroups } from '#core/project/visit-nodes.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { SectionId } from '#core/text/section.ts';
import { forgetReads, recordReads } from '#core/work/note-read.ts';
import { cost, Pace } from '#core/work/pace.ts';
import { keyOf, type ReadKey } from '#core/work/read.ts';
import type { Steps } from '#core/work/steps.ts';

/** What the rules said, section by section, so that the next run can take over what still holds. */
export interface RuleRun {
  readonly workspace: Workspace;
  readonly settings: ReviewSettings;
  readonly frame: RunFrame;
  /** In the order of review, one for each unit. */
  readonly judgements: readonly Judgement[];
  /** What each of them found; the very same list for all that found nothing, so that they need not be looked at. */
  readonly found: readonly (readonly RawFinding[])[];
  /** By group, rule and key of the facts compared. */
  readonly compared: ComparedFacts;
  /**
   * Which sections read what, by id. Shared by runs that follow from each other and only ever added to: a section named in
   * vain is judged again in vain, and says the same.
   */
  readonly readers: Readers;
}

/** Runs the rules over every unit that `previous` says nothing of any more, a step each, and compares facts where they changed. */
export function* runRules(
  workspace: Workspace,
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: RuleRun,
): Steps<RuleRun> {
  if (previous?.settings.isLast === true) throw new Error('A review follows one that was to be the last.');
  const readers = previous?.readers ?? new Map<ReadKey, Set<SectionId>>();
  if (previous !== undefined) yield* prepareUsage(previous.workspace, workspace);
  const sections = previous === undefined ? nothingStale : yield* staleSections(previous, workspace, settings);
  const { stale, staleByDatabase } = sections;
  yield;
  const frame = { groups: unitGroups(workspace, settings), dispatchOf: dispatcher(workspace, rulebook, settings) };
  const judgeOne = (unit: ReviewUnit, old?: KeptJudgement): Steps<Judgement> =>
    judge(unit, frame.dispatchOf(unit.section.uri), settings, readers, old);
  const judgeStale = (unit: ReviewUnit, judgement: Judgement): Steps<Judgement> => {
    const isKept =
      staleByDatabase.has(unit.section.id) && isSameUnit(judgement, unit, frame.dispatchOf(unit.section.uri));
    return judgeOne(unit, isKept ? { judgement, but: 'database' } : undefined);
  };
  const places = previous && standingUnits(previous.frame, frame, stale);
  yield;
  const { judgements, found, changes } =
    previous === undefined || places === undefined
      ? yield* judgeAll(frame, new KnownJudgements(previous?.judgements ?? [], sections), judgeOne)
      : yield* judgeAgain(places, previous, judgeStale);
  const compared = yield* compareFacts(judgements, changes, settings, previous?.compared);
  return { workspace, settings, frame, judgements, found, compared, readers };
}

interface Judged extends Pick<RuleRun, 'judgements' | 'found'> {
  readonly changes: ChangedJudgements;
}

/** Judges the units at these places; all others stand where they stood. */
function* judgeAgain(
  places: readonly UnitPlace[],
  { judgements: known, found: knownFound }: RuleRun,
  judgeOne: (unit: ReviewUnit, old: Judgement) => Steps<Judgement>,
): Steps<Judged> {
  const judgements = [...known];
  const found = [...knownFound];
  const before: Judgement[] = [];
  const after: Judgement[] = [];
  for (const { group, inGroup, inRun } of places) {
    const [unit, old] = [group.unitAt(inGroup), known[inRun]];
    if (unit === undefined || old === undefined) continue;
    const judgement = yield* judgeOne(unit, old);
    judgements[inRun] = judgement;
    found[inRun] = foundBy(judgement);
    before.push(old);
    after.push(judgement);
    yield;
  }
  return { judgements, found, changes: { before, after, moved: [] } };
}

/** Looks for what is known of each unit, wherever it stands now. */
function* judgeAll(
  { groups, dispatchOf }: RunFrame,
  known: KnownJudgements,
  judgeOne: (unit: ReviewUnit, kept?: KeptJudgement) => Steps<Judgement>,
): Steps<Judged> {
  const judgements: Judgement[] = [];
  const found: (readonly RawFinding[])[] = [];
  const after: Judgement[] = [];
  const pace = new Pace();
  for (const group of groups) {
    for (const [place, member] of group.members.entries()) {
      const before = known.take(group, member, dispatchOf(member.section.uri));
      const taken = before?.but === undefined ? before?.judgement : undefined;
      const unit = taken === undefined ? group.unitAt(place) : undefined;
      const judgement = taken ?? (unit && (yield* judgeOne(unit, keptOf(before, unit))));
      if (judgement === undefined) continue;
      judgements.push(judgement);
      found.push(foundBy(judgement));
      if (taken === undefined) after.push(judgement);
      if (taken === undefined || pace.isDue(cost.passed)) yield;
    }
  }
  return { judgements, found, changes: { before: known.left(), after, moved: known.moved } };
}

/** A unit that sees no database read its own group: of that nothing is kept. */
function keptOf(before: KnownJudgement | undefined, { database }: ReviewUnit): KeptJudgement | undefined {
  if (before?.but === undefined || (before.but === 'database' && database === undefined)) return undefined;
  return { judgement: before.judgement, but: before.but };
}

const nothing: readonly RawFinding[] = [];

function foundBy({ findings }: Judgement): readonly RawFinding[] {
  return findings.length === 0 ? nothing : findings;
}

/** Every finding of a run, those of single units first. */
export function findingsOf({ found, compared }: RuleRun): readonly RawFinding[] {
  const all: RawFinding[] = [];
  for (const findings of found) if (findings !== nothing) for (const finding of findings) all.push(finding);
  for (const findings of compared.values()) for (const finding of findings) all.push(finding);
  return all;
}

/** The kinds of nodes a run met. */
export function kindsOf({ judgements }: RuleRun): ReadonlySet<NodeKind> {
  const kinds = new Set<NodeKind>();
  for (const judgement of judgements) for (const kind of judgement.kinds) kinds.add(kind);
  return kinds;
}

/** What `staleReads` compares is there then. */
function* prepareUsage(before: Workspace, now: Workspace): Steps<void> {
  for (const description of now.descriptions) {
    const { rootUri } = description.context;
    const previous = before.descriptions.find(({ context }) => context.rootUri === rootUri);
    if (previous?.isUsageKnown === true) yield* description.prepareUsage();
  }
}

/** True where rules that need no database say what they said: they see no more than the unit and its description. */
function isSameUnit({ unit: old, dispatch }: Judgement, unit: ReviewUnit, dispatchNow: Dispatch): boolean {
  return (
    unit.database !== undefined &&
    old.section === unit.section &&
    old.role === unit.role &&
    old.context === unit.context &&
    old.schema === unit.schema &&
    old.base === unit.base &&
    dispatch === dispatchNow
  );
}

function dispatcher(workspace: Workspace, rulebook: Rulebook, settings: ReviewSettings): (uri: string) => Dispatch {
  const known = new Map<string, Dispatch>();
  let last: { readonly uri: string; readonly dispatch: Dispatch } | undefined;
  return (uri) => {
    if (last?.uri === uri) return last.dispatch;
    const config = () => activeConfig(uri, workspace, settings.folders);
    const dispatch = known.get(uri) ?? dispatchFor(config(), settings.preset, rulebook);
    known.set(uri, dispatch);
    last = { uri, dispatch };
    return dispatch;
  };
}

function* judge(
  unit: ReviewUnit,
  dispatch: Dispatch,
  settings: ReviewSettings,
  readers: Readers,
  kept: KeptJudgement | undefined,
): Steps<Judgement> {
  const judge = new UnitJudge(unit, dispatch, settings.failFast === true, kept);
  const { id } = unit.section;
  const ownDetails = keyOf({ kind: 'details', id });
  const isLast = settings.isLast === true;
  const record = (work: () => void): void => {
    if (isLast) forgetReads(work);
    else for (const key of recordReads(work).reads) if (key !== ownDetails) addReader(readers, key, id);
  };
  record(() => judge.visitAll());
  if (judge.isIncomplete) {
    const usages = yield* unit.prepareUsages();
    record(() => judge.completeAll(usages));
  }
  const { judgement } = judge;
  if (!isLast) for (const key of keptReads(judgement)) addReader(readers, key, id);
  return judgement;
}

function addReader(readers: Readers, key: ReadKey, id: SectionId): void {
  const known = readers.get(key);
  if (known === undefined) readers.set(key, new Set([id]));
  else known.add(id);
}
