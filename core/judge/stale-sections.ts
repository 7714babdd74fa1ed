import { staleInDescriptions, staleInGroups } from '#core/judge/stale-reads.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { SectionId } from '#core/text/section.ts';
import type { ReadKey } from '#core/work/read.ts';
import type { Steps } from '#core/work/steps.ts';

/** Which sections read what, by id. */
export type Readers = Map<ReadKey, Set<SectionId>>;

/** The run before, as far as it tells what is to be judged again. */
interface RunBefore {
  readonly workspace: Workspace;
  readonly settings: ReviewSettings;
  readonly readers: Readers;
}

/** The sections that are to be judged again because of what they read. */
export interface StaleSections {
  readonly stale: ReadonlySet<SectionId>;
  /** Those of them of which only rules that need a database read something that is another one. */
  readonly staleByDatabase: ReadonlySet<SectionId>;
}

export const nothingStale: StaleSections = { stale: new Set(), staleByDatabase: new Set() };

export function* staleSections(
  previous: RunBefore,
  workspace: Workspace,
  settings: ReviewSettings,
): Steps<StaleSections> {
  const { workspace: before, settings: settingsBefore, readers } = previous;
  const readersOf = (keys: ReadonlySet<ReadKey>): readonly SectionId[] =>
    [...keys].flatMap((key) => [...(readers.get(key) ?? [])]);
  const inDescriptions = new Set(readersOf(yield* staleInDescriptions(before, workspace, settingsBefore, settings)));
  const inGroups = new Set(readersOf(yield* staleInGroups(before, workspace)));
  return {
    stale: new Set([...inDescriptions, ...inGroups]),
    staleByDatabase: new Set([...inGroups].filter((id) => !inDescriptions.has(id))),
  };
}
