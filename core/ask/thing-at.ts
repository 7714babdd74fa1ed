import type { NamedThing } from '#core/ask/named-thing.ts';
import { navigationOf } from '#core/ask/navigations.ts';
import { sectionAt } from '#core/ask/section-at.ts';
import type { Workspace } from '#core/project/workspace.ts';

/** What an offset touches that may be referred to: a key, the text of a name, the name of a block, a field or a value of an enum. */
export function thingAt(workspace: Workspace, uri: string, offset: number): NamedThing | undefined {
  const place = sectionAt(workspace, uri, offset);
  return place && navigationOf(place.section.kind)?.thingAt(workspace, place, offset);
}
