import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { mayDeclareId } from '#core/openapi/reference/schema-ids.ts';
import { sameStructure } from '#core/tree/same-structure.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { detailsRead, idsRead, sectionRead } from '#core/work/read-log.ts';
import type { Steps } from '#core/work/steps.ts';

/** Adds what was read of sections that are other objects than before, or new, or gone; a step for each. */
export function* staleSections(
  before: ReadonlyMap<string, TreeDocument>,
  after: ReadonlyMap<string, TreeDocument>,
  stale: Set<string>,
): Steps<void> {
  for (const uri of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(uri), after.get(uri)];
    if (old === now) continue;
    stale.add(`anywhere ${uri}`);
    if (old === undefined || now === undefined) stale.add(`file ${canonicalUri(uri)}`).add(idsRead(uri));
    const { removed, added } = listDifference<TreeSection>(old?.sections ?? [], now?.sections ?? []);
    const known = new Map(removed.map((section) => [section.id, section]));
    for (const section of added) {
      const read = known.get(section.id);
      known.delete(section.id);
      for (const key of staleInSection(section, read)) stale.add(key);
      if (mayDeclareId(section)) stale.add(idsRead(uri));
      yield;
    }
    if (removed.some(mayDeclareId)) stale.add(idsRead(uri));
    for (const section of known.values()) for (const key of staleInSection(section, undefined)) stale.add(key);
  }
}

/** Who reads a section but for its prose, and keeps no place in it, does not see prose change. */
function staleInSection(section: TreeSection, before: TreeSection | undefined): readonly string[] {
  const details = detailsRead(section.id);
  const isSame =
    before !== undefined && sameStructure(before, section) && mayDeclareId(before) === mayDeclareId(section);
  return isSame ? [details] : [sectionRead(section.id), details];
}
