import { configFor } from '#core/config/nearest-config.ts';
import { isSameMapping } from '#core/config/schema-mapping.ts';
import { languages } from '#core/languages.ts';
import { staleInDescription } from '#core/openapi/description/stale-reads.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { isConfiguredAlike } from '#core/project/configured-alike.ts';
import { staleInFileGroup } from '#core/project/file-group.ts';
import { isUsedElsewhere } from '#core/project/used-elsewhere.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { cost, Pace } from '#core/work/pace.ts';
import { type GoesStale, keyOf, type ReadKey } from '#core/work/read.ts';
import type { Steps } from '#core/work/steps.ts';

/** The keys of reads that may have another answer after an edit. */
export function* staleReads(
  before: Workspace,
  after: Workspace,
  settingsBefore: ReviewSettings,
  settingsAfter: ReviewSettings,
): Steps<ReadonlySet<ReadKey>> {
  const inDescriptions = yield* staleInDescriptions(before, after, settingsBefore, settingsAfter);
  return new Set([...inDescriptions, ...(yield* staleInGroups(before, after))]);
}

/** Those of reads of descriptions, and of files that were not read. */
export function* staleInDescriptions(
  before: Workspace,
  after: Workspace,
  settingsBefore: ReviewSettings,
  settingsAfter: ReviewSettings,
): Steps<ReadonlySet<ReadKey>> {
  const stale = new Set<ReadKey>();
  for (const description of after.descriptions) {
    const previous = before.descriptions.find(({ context }) => context.rootUri === description.context.rootUri);
    if (previous === undefined) continue;
    const wasAlike = isConfiguredAlike(previous, before, settingsBefore.folders);
    const isConfiguredOtherwise = wasAlike !== isConfiguredAlike(description, after, settingsAfter.folders);
    const isUsedOtherwise = isUsedElsewhere(previous, before) !== isUsedElsewhere(description, after);
    const { rootUri } = description.context;
    const mappingBefore = configFor(rootUri, before.configs, settingsBefore.folders).mapping;
    const isMappedOtherwise = !isSameMapping(
      mappingBefore,
      configFor(rootUri, after.configs, settingsAfter.folders).mapping,
    );
    const otherwise = { isConfiguredOtherwise, isUsedOtherwise, isMappedOtherwise };
    if (previous !== description || Object.values(otherwise).includes(true)) {
      const change = description.changeSince(previous, otherwise);
      yield* addStale(staleInDescription, change, stale);
    }
  }
  for (const uri of changedReasons(settingsBefore.unread, settingsAfter.unread))
    stale.add(keyOf({ kind: 'file', uri: canonicalUri(uri) }));
  return stale;
}

/** Those of reads of files that form groups: of a description only rules that need a database read them. */
export function* staleInGroups(before: Workspace, after: Workspace): Steps<ReadonlySet<ReadKey>> {
  const stale = new Set<ReadKey>();
  for (const language of languages) {
    const known = new Map(language.fileGroups(before).map((group) => [group.root, group]));
    for (const group of language.fileGroups(after)) {
      const previous = known.get(group.root);
      if (previous !== undefined && previous !== group)
        yield* addStale(staleInFileGroup, group.changeSince(previous), stale);
    }
  }
  return stale;
}

function* addStale<C>(table: GoesStale<C>, change: C, stale: Set<ReadKey>): Steps<void> {
  const pace = new Pace();
  for (const readsOf of Object.values(table)) {
    for (const read of readsOf?.(change) ?? []) {
      if (read !== undefined) stale.add(keyOf(read));
      if (read === undefined || pace.isDue(cost.passed)) yield;
    }
  }
}

function changedReasons(before: ReviewSettings['unread'], after: ReviewSettings['unread']): readonly string[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter((uri) => before.get(uri) !== after.get(uri));
}
