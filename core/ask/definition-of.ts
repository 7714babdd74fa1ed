import { groupsOf } from '#core/ask/groups-of.ts';
import { sectionAt } from '#core/ask/section-at.ts';
import { distinctTargets, type Target } from '#core/ask/target.ts';
import type { Use } from '#core/ask/use.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';

/** What stands at a place, and what it leads to. */
export interface Definition {
  readonly kind: Use['kind'];
  /** The text that leads there, counted from the start of its file. */
  readonly origin: Span;
  readonly targets: readonly Target[];
}

/** Where the text at an offset leads; undefined where nothing there leads anywhere, or nobody knows where. */
export function definitionOf(workspace: Workspace, uri: string, offset: number): Definition | undefined {
  const place = sectionAt(workspace, uri, offset);
  if (place === undefined) return undefined;
  const { section, start } = place;
  const found = groupsOf(workspace, uri).flatMap(({ usesIn, targetsOf }) => {
    const use = usesIn(section).at(offset - start);
    return use === undefined ? [] : [{ use, targets: targetsOf(use) }];
  });
  const [first] = found;
  const targets = distinctTargets(found.flatMap((each) => each.targets));
  if (first === undefined || targets.length === 0) return undefined;
  const { kind, value } = first.use;
  return { kind, origin: shiftSpan(value.span, start), targets };
}
