import { followingChange, followingReferences } from '#core/fix/moved-references.ts';
import type { IncomingReference } from '#core/openapi/description/incoming-references.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewFix } from '#core/review-finding.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { MovedPlaces } from '#core/tree/write/moved-places.ts';

/** What a fix changes in one file. */
export interface FixChanges {
  readonly fix: ReviewFix;
  readonly changes: readonly TreeChange[];
}

/** A change where its place is now, and the fixes that cannot do without it. */
export interface FollowedChange {
  readonly fixes: readonly ReviewFix[];
  readonly change: TreeChange;
}

/**
 * Fixes mean the text they were found in: each is made where those before it have put what it changes. What is not there any more
 * fails. References to what got another name come last.
 */
export function followedChanges(
  document: TreeDocument,
  groups: readonly FixChanges[],
  workspace: Workspace,
  failed: Set<ReviewFix>,
): readonly FollowedChange[] {
  const places = new MovedPlaces(document);
  const made: FixChanges[] = [];
  const followed = groups.flatMap((group) => {
    const { fix, changes } = group;
    const own = changes.flatMap((change) => places.follow(change) ?? []);
    if (own.length < changes.length) {
      failed.add(fix);
      return [];
    }
    for (const change of changes) places.note(change);
    made.push(group);
    return own.map((change) => ({ change, fixes: [fix] }));
  });
  return [...followed, ...referenceChanges(made, places, workspace)];
}

/** Each reference is written once, however many fixes it follows; not at all where one of them writes another. */
function referenceChanges(
  groups: readonly FixChanges[],
  places: MovedPlaces,
  workspace: Workspace,
): readonly FollowedChange[] {
  const following = new Map<IncomingReference, ReviewFix[]>();
  for (const { fix, changes } of groups) {
    for (const reference of followingReferences(changes, workspace)) {
      following.set(reference, [...(following.get(reference) ?? []), fix]);
    }
  }
  if (following.size === 0) return [];
  const set = new Set(groups.flatMap(({ changes }) => changes.flatMap(pointerOfSet)));
  return [...following].flatMap(([reference, fixes]) => {
    const isSet = reference.pointer.some((_, depth) => set.has(formatPointer(reference.pointer.slice(0, depth + 1))));
    const change = isSet ? undefined : followingChange(reference, places);
    return change === undefined ? [] : [{ change, fixes }];
  });
}

function pointerOfSet(change: TreeChange): readonly string[] {
  return change.kind === 'set' && !change.ifAbsent ? [formatPointer(change.pointer)] : [];
}
