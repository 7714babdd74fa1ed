import type { Dispatch } from '#core/judge/rule-dispatch.ts';
import type { UnitGroup, UnitMember } from '#core/project/review-unit.ts';
import type { SectionId } from '#core/text/section.ts';

/** What two runs are made of, as far as it tells which judgements hold. */
export interface RunFrame {
  readonly groups: readonly UnitGroup[];
  /** The active rules of a file. */
  readonly dispatchOf: (uri: string) => Dispatch;
}

/** A unit by its place in its group, and among all of a run. */
export interface UnitPlace {
  readonly group: UnitGroup;
  readonly inGroup: number;
  readonly inRun: number;
}

/**
 * The units that must be judged anew because their section or role is another one, or stale; undefined unless all units are
 * those of the run before, in the same order and under the same rules. Nothing is looked up: most units are told by identity.
 */
export function standingUnits(
  before: RunFrame,
  now: RunFrame,
  stale: ReadonlySet<SectionId>,
): readonly UnitPlace[] | undefined {
  if (before.groups.length !== now.groups.length) return undefined;
  const places: UnitPlace[] = [];
  let start = 0;
  for (const [index, group] of now.groups.entries()) {
    const old = before.groups[index];
    if (old === undefined || !isSameGroup(old, group)) return undefined;
    if (![...group.uris].every((uri) => before.dispatchOf(uri) === now.dispatchOf(uri))) return undefined;
    if (!addChanged(old, group, start, stale, places)) return undefined;
    start += group.members.length;
  }
  return places;
}

function isSameGroup(a: UnitGroup, b: UnitGroup): boolean {
  return (
    a.group === b.group &&
    a.context === b.context &&
    a.schema === b.schema &&
    a.base === b.base &&
    a.members.length === b.members.length
  );
}

/** False when another section stands at some place. */
function addChanged(
  { members: before }: UnitGroup,
  group: UnitGroup,
  start: number,
  stale: ReadonlySet<SectionId>,
  places: UnitPlace[],
): boolean {
  const { members } = group;
  for (let place = 0; place < members.length; place++) {
    const [old, now] = [before[place], members[place]];
    if (old === now && stale.size === 0) continue;
    if (old === undefined || now === undefined || old.section.id !== now.section.id) return false;
    if (isSameMember(old, now) && !stale.has(now.section.id)) continue;
    places.push({ group, inGroup: place, inRun: start + place });
  }
  return true;
}

function isSameMember(a: UnitMember, b: UnitMember): boolean {
  return a === b || (a.section === b.section && a.roles.key === b.roles.key);
}
