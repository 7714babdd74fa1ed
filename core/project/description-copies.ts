import type { Config } from '#core/config/config.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { contentOf, titleOf } from '#core/project/content-sum.ts';
import type { Steps } from '#core/work/steps.ts';

/** A description that says the same as another one: that one is reviewed. */
export interface DescriptionCopy {
  readonly description: Description;
  /** The root of the one that is reviewed. */
  readonly original: string;
}

export interface SortedDescriptions {
  readonly descriptions: readonly Description[];
  readonly copies: readonly DescriptionCopy[];
}

/** What tells which of equal descriptions is reviewed. */
export interface CopyContext {
  readonly configOf: (rootUri: string) => Config;
  /** How many folders a description shares with the Prisma schema it is compared with; 0 without. */
  readonly nearness: (rootUri: string) => number;
}

/** Sets aside those that say the same as another one under the same configuration. Only those of one title and version are compared. */
export function* separateCopies(all: readonly Description[], context: CopyContext): Steps<SortedDescriptions> {
  const originals = new Map<Description, string>();
  for (const alike of yield* groupsOf(all, context)) {
    const [original, ...others] = [...alike].sort(byPreference(context));
    for (const other of others) if (original !== undefined) originals.set(other, original.context.rootUri);
  }
  if (originals.size === 0) return { descriptions: all, copies: [] };
  return {
    descriptions: all.filter((description) => !originals.has(description)),
    copies: [...originals].map(([description, original]) => ({ description, original })),
  };
}

function* groupsOf(all: readonly Description[], { configOf }: CopyContext): Steps<readonly (readonly Description[])[]> {
  const byTitle = grouped(all, (description) => titleOfDescription(description));
  const groups: (readonly Description[])[] = [];
  for (const [title, titled] of byTitle) {
    if (title === undefined || titled.length < 2) continue;
    const contents = new Map<Description, string | undefined>();
    for (const description of titled) contents.set(description, yield* contentOf(description));
    const configs = [...new Set(titled.map(({ context }) => configOf(context.rootUri)))];
    const alike = grouped(titled, (description) => {
      const content = contents.get(description);
      return content && `${configs.indexOf(configOf(description.context.rootUri))}\n${content}`;
    });
    for (const [content, same] of alike) if (content !== undefined) groups.push(same);
  }
  return groups;
}

function titleOfDescription({ context, files }: Description): string | undefined {
  const root = files.get(context.rootUri);
  return root && titleOf(root);
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}

/** Beside the database, no output of a build, YAML, near the root, first by name. */
function byPreference({ nearness }: CopyContext): (a: Description, b: Description) => number {
  const rank = ({ context: { rootUri } }: Description): readonly number[] => [
    -nearness(rootUri),
    Number(writtenFolders.test(rootUri)),
    Number(/\.jsonc?$/i.test(rootUri)),
    rootUri.split('/').length,
  ];
  return (a, b) => {
    const [one, other] = [rank(a), rank(b)];
    const place = one.findIndex((value, index) => value !== other[index]);
    if (place >= 0) return (one[place] ?? 0) - (other[place] ?? 0);
    return a.context.rootUri < b.context.rootUri ? -1 : 1;
  };
}

/** Folders that descriptions are copied to, for documentation and for clients. */
const writtenFolders =
  /\/(?:build|clients?|copy|copies|dist|docs?|documentation|examples?|fixtures?|generated|gen|out|output|public|sdks?|site|static|target|tests?|testdata|vendor|web|www)\//i;
