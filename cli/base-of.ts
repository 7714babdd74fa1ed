import type { OpenBase } from '#cli/review-session.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { finish } from '#core/work/steps.ts';
import { openGitBase } from '#files/base/git-base.ts';
import { openBase } from '#files/base/open-base.ts';
import { pathOfUri } from '#files/file-uri.ts';

/** How what the files were is opened, or why it cannot be. */
export type ChosenBase = { readonly open: OpenBase; readonly name: string } | { readonly message: string };

/** The commit that the files of these folders are compared with: `ref`, or where this branch left the default branch. */
export async function baseOf(
  folders: readonly string[],
  ref: string | undefined,
  rulebook: Rulebook,
): Promise<ChosenBase> {
  const path = folders[0] === undefined ? undefined : pathOfUri(folders[0]);
  const texts = path === undefined ? { reason: 'no folder' } : await openGitBase(path, ref);
  if ('reason' in texts) return { message: `There is nothing to compare with: ${texts.reason}.` };
  return {
    name: texts.name,
    open: (today, settings) => openBase(texts, [...today.sources.keys()], rulebook, settings, { today, run: finish }),
  };
}
