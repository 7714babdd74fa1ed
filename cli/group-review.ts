import { forcePreset } from '#cli/given-config.ts';
import { KnownFiles } from '#cli/known-files.ts';
import { ReviewSession } from '#cli/review-session.ts';
import { writableReview } from '#cli/writable-review.ts';
import { openApi } from '#core/openapi/language.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import { titleOf } from '#core/project/content-sum.ts';
import type { FileReview, ReviewFinding } from '#core/review-finding.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import type { LoadedSources } from '#files/loaded-sources.ts';

/** What holds for every group of a run. Plain data, as everything that travels between threads. */
export interface GroupSetting {
  readonly folders: readonly string[];
  readonly unread: ReadonlyMap<string, UnreadReason>;
  readonly configs: readonly Source[];
  readonly preset: string | undefined;
}

/** Files that are reviewed together. */
export interface GroupTask {
  /** What the review starts from. */
  readonly sources: readonly Source[];
  /** Files they probably refer to; others are read when they turn out to be needed. */
  readonly fragments: LoadedSources;
}

/** What a review found in a group. */
export interface GroupReview {
  /** The fixes are without their changes: they can be shown, not applied. */
  readonly files: readonly Omit<FileReview, 'text'>[];
  /** The uris of the descriptions. */
  readonly roots: readonly string[];
  /** The uris of the files that the findings depend on, configuration aside. */
  readonly used: readonly string[];
  /** The title and version of each description, by its uri: those that share them are compared with each other. */
  readonly titles: readonly (readonly [string, string | undefined])[];
  /** Files that were read beside those given. */
  readonly loaded: LoadedSources;
}

/** Reviews one group by itself. */
export async function reviewGroup(
  { sources, fragments }: GroupTask,
  setting: GroupSetting,
  rulebook: Rulebook,
): Promise<GroupReview> {
  const files = new KnownFiles(setting.folders);
  files.add(fragments);
  const given = new Set(files.uris());
  const start = { ...setting, sources: [...setting.configs, ...sources] };
  const session = new ReviewSession(start, forcePreset(rulebook, setting.preset), files);
  const review = await session.review({ isLast: true });
  const { documents } = review.workspace;
  const all = allDescriptions(review.workspace);
  // Of YAML and JSON those that descriptions use: configuration is no reason to review together.
  const others = [...documents.values()].filter(({ kind }) => kind !== openApi.kind).map(({ uri }) => uri);
  return {
    files: [...writableReview(review).files.values()].map(plainFile),
    roots: all.map(({ context }) => context.rootUri),
    used: [...all.flatMap((description) => [...description.files.keys()]), ...others],
    titles: all.map(({ context, files: own }): readonly [string, string | undefined] => {
      const root = own.get(context.rootUri);
      return [context.rootUri, root && titleOf(root)];
    }),
    loaded: files.pick(files.uris().filter((uri) => !given.has(uri))),
  };
}

function plainFile({ uri, role, findings }: FileReview): Omit<FileReview, 'text'> {
  return { uri, role, findings: findings.map(plainFinding) };
}

function plainFinding(finding: ReviewFinding): ReviewFinding {
  // Its fixes and members are no properties of its own.
  const fixes = finding.fixes.map(({ title, safety }) => ({ title, safety, changes: [] }));
  return { ...finding, fixes, members: finding.members.map(plainFinding) };
}
