import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { isConfiguredAlike } from '#core/project/configured-alike.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { configurationRead } from '#core/work/read-log.ts';
import type { Steps } from '#core/work/steps.ts';

/** The keys of reads that may have another answer after an edit; see `ReadLog` for what they name. A step for each section that is another one. */
export function* staleReads(
  before: Workspace,
  after: Workspace,
  settingsBefore: ReviewSettings,
  settingsAfter: ReviewSettings,
): Steps<ReadonlySet<string>> {
  const stale = new Set<string>();
  for (const description of after.descriptions) {
    const previous = before.descriptions.find(({ context }) => context.rootUri === description.context.rootUri);
    if (previous === undefined) continue;
    const { rootUri } = description.context;
    const wasAlike = isConfiguredAlike(previous, before, settingsBefore.folders);
    if (wasAlike !== isConfiguredAlike(description, after, settingsAfter.folders))
      stale.add(configurationRead(rootUri));
    if (previous === description) continue;
    for (const key of yield* description.staleReads(previous)) stale.add(key);
  }
  for (const schema of after.schemas) {
    const previous = before.schemas.find(({ root }) => root === schema.root);
    if (previous === undefined || previous === schema) continue;
    for (const key of schema.staleReads(previous)) stale.add(key);
  }
  for (const uri of changedReasons(settingsBefore.unread, settingsAfter.unread)) stale.add(`file ${canonicalUri(uri)}`);
  return stale;
}

function changedReasons(before: ReviewSettings['unread'], after: ReviewSettings['unread']): readonly string[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter((uri) => before.get(uri) !== after.get(uri));
}
