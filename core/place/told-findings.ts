import { foldFindings, type ToldItem } from '#core/place/fold-findings.ts';
import { placedFinding, spanInFile } from '#core/place/placed-finding.ts';
import {
  type FileLayout,
  isSameLayout,
  layoutOf,
  notesOfFiles,
  type WorkspaceNotes,
} from '#core/place/section-notes.ts';
import { type Item, patchSorted, type SortedFindings, sortFindings } from '#core/place/sorted-findings.ts';
import { isSameRaw, type RawFinding } from '#core/raw-finding.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { failureFinding } from '#core/work/failure.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What is told of one rule in one description or schema. */
export interface ToldFindings extends SortedFindings {
  /** The files in which something of it stands. */
  readonly uris: ReadonlySet<string>;
  /** Where the sections of those files stand among them. */
  readonly layout: FileLayout;
  readonly told: readonly ToldItem[];
}

/** Findings by description or schema, and by rule. */
export type ByRule<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** What placing findings depends on. */
export interface PlacingContext {
  readonly notes: WorkspaceNotes;
  readonly rulebook: Rulebook;
  /** The files that are not those of the review before. */
  readonly changed: ReadonlySet<string>;
}

/** Places what was found and tells as one what belongs together. What did not change is taken over from the review before. */
export function* tellFindings(
  found: ByRule<readonly RawFinding[]>,
  context: PlacingContext,
  previous: ByRule<ToldFindings> | undefined,
): Steps<ByRule<ToldFindings>> {
  const told = new Map<string, ReadonlyMap<string, ToldFindings>>();
  const pace = new Pace();
  for (const [group, byRule] of found) {
    const own = new Map<string, ToldFindings>();
    told.set(group, own);
    for (const [ruleId, raws] of byRule) {
      const before = previous?.get(group)?.get(ruleId);
      const holds = before !== undefined && isUntouched(raws, before, context.changed);
      own.set(ruleId, holds ? before : tell(group, raws, context, before));
      if (pace.isDue(cost.passed * raws.length)) yield;
    }
  }
  return told;
}

/** True when the same is said of the very same texts. */
function isUntouched(raws: readonly RawFinding[], before: ToldFindings, changed: ReadonlySet<string>): boolean {
  if (raws.length !== before.raws.length) return false;
  for (const uri of changed) if (before.uris.has(uri)) return false;
  return raws.every((raw, index) => isSameRaw(raw, before.raws[index]));
}

/** What cannot be placed and told as one is told to have failed, where the first of it stands. */
function tell(
  group: string,
  raws: readonly RawFinding[],
  context: PlacingContext,
  before: ToldFindings | undefined,
): ToldFindings {
  try {
    return tellRule(group, raws, context, before);
  } catch (error) {
    const [first] = raws;
    if (first === undefined) throw error;
    const failure = failureFinding(first.section, `tell the findings of ${first.ruleId} here`, error);
    return tellRule(group, [failure], context, undefined);
  }
}

/** Tells of one rule in one description or schema. */
function tellRule(
  group: string,
  raws: readonly RawFinding[],
  { notes: all, rulebook, changed }: PlacingContext,
  before: ToldFindings | undefined,
): ToldFindings {
  const patched = patchOf(raws, before, all);
  const uris = patched === undefined || before === undefined ? urisOf(raws) : before.uris;
  // What is asked for later keeps no other files alive.
  const notes = notesOfFiles(uris, all);
  const sorted = patched ?? sortFindings(group, raws, notes);
  const told = foldFindings(sorted.items, {
    place: (raw) => placedFinding(raw, notes),
    placeCause: ({ section, span }) => ({ uri: section.uri, span: spanInFile(section, span, notes) }),
    summary: rulebook.rules.find(({ id }) => id === raws[0]?.ruleId)?.summary,
    known: knownItems(before, changed),
  });
  return { ...sorted, uris, layout: layoutOf(uris, all), told };
}

/** The order there was before, where hardly anything has changed. */
function patchOf(
  raws: readonly RawFinding[],
  before: ToldFindings | undefined,
  notes: WorkspaceNotes,
): SortedFindings | undefined {
  if (before === undefined || !isSameLayout(before.layout, layoutOf(before.uris, notes))) return undefined;
  const patched = patchSorted(before, raws);
  const others = urisOf(raws.filter((raw, index) => raw !== before.raws[index]));
  return [...others].every((uri) => before.uris.has(uri)) ? patched : undefined;
}

/** What was told before and stands where it stood; each item has another first finding. */
function knownItems(
  before: ToldFindings | undefined,
  changed: ReadonlySet<string>,
): (item: Item) => ToldItem['finding'] | undefined {
  const byFirst = new Map(before?.told.map((told) => [told.item[0], told]));
  const isAnyStill = [...(before?.uris ?? [])].some((uri) => !changed.has(uri));
  const isStill = (item: Item): boolean => {
    for (const uri of urisOf(item)) if (changed.has(uri)) return false;
    return true;
  };
  return (item) => {
    const known = isAnyStill ? byFirst.get(item[0]) : undefined;
    const isSame = known?.item.length === item.length && known.item.every((raw, index) => raw === item[index]);
    return isSame && isStill(item) ? known.finding : undefined;
  };
}

/** The files of findings, of what explains them, and of their causes. */
function urisOf(raws: readonly RawFinding[]): ReadonlySet<string> {
  const uris = new Set<string>();
  let last: string | undefined;
  const add = (uri: string): void => {
    if (uri !== last) uris.add(uri);
    last = uri;
  };
  for (const { section, finding } of raws) {
    add(section.uri);
    for (const place of finding.related ?? []) add(place.section.uri);
    if (finding.cause?.place !== undefined) add(finding.cause.place.section.uri);
  }
  return uris;
}
