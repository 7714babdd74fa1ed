import type { Base } from '#core/change/base.ts';
import { openWorkspaceSteps } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import type { Steps } from '#core/work/steps.ts';
import type { BaseTexts } from '#files/base/base-texts.ts';

/** How a base is opened. */
export interface OpeningBase {
  /** With it, texts that are the same share what was read of them. */
  readonly today?: Workspace;
  /** Does work to its end. */
  readonly run: <T>(steps: Steps<T>) => Promise<T> | T;
}

/**
 * Opens what these files were, and what they referred to.
 */
export async function openBase(
  texts: BaseTexts,
  uris: readonly string[],
  rulebook: Rulebook,
  settings: Pick<ReviewSettings, 'folders' | 'preset'>,
  { today, run }: OpeningBase,
): Promise<Base> {
  const sources = new Map<string, Source>();
  const unread = new Map<string, UnreadReason>();
  const load = async (asked: readonly string[]): Promise<void> => {
    const found = await texts.read(asked);
    for (const uri of asked) {
      const text = found.get(uri);
      if (text === undefined) unread.set(uri, 'missing');
      else
        sources.set(
          uri,
          today?.sources.get(uri)?.text === text ? (today.sources.get(uri) ?? { uri, text }) : { uri, text },
        );
    }
  };
  const former = uris.map((uri) => texts.formerUris.get(uri) ?? uri);
  await load([...new Set([...former, ...(await spreadBeside(former, texts))])]);
  const { id, name, formerUris } = texts;
  for (let opened = today; ; ) {
    opened = await run(openWorkspaceSteps([...sources.values()], rulebook, { ...settings, unread }, opened));
    const missing = opened.wanted.filter((uri) => !sources.has(uri) && !unread.has(uri));
    if (missing.length === 0) return { id, name, formerUris, workspace: opened };
    await load(missing);
  }
}

/** The files of that time beside or below one of a language in which several may belong together: some may be gone. */
async function spreadBeside(uris: readonly string[], texts: BaseTexts): Promise<readonly string[]> {
  const folders = new Map<string, readonly string[]>();
  for (const uri of uris) {
    const kind = sourceKindOf(uri);
    if (kind.role === 'text' && kind.language.files.isSpread === true)
      folders.set(uri.slice(0, uri.lastIndexOf('/')), kind.language.files.endings);
  }
  const found: string[] = [];
  for (const [folder, endings] of folders) found.push(...(await texts.list(folder, endings)));
  return found;
}
