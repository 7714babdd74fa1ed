import type { SectionExtract } from '#core/openapi/description/section-extract.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { NamedThing } from '#core/openapi/read/read-part.ts';
import { FactChanges } from '#core/openapi/resources/fact-changes.ts';
import { type PathFact, pathFact, pathSources, writtenMethods } from '#core/openapi/resources/path-fact.ts';
import { noPaths, type PathNode } from '#core/openapi/resources/path-node.ts';
import type { SectionId } from '#core/text/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { recordReads } from '#core/work/note-read.ts';
import { cost, Pace } from '#core/work/pace.ts';
import { keyOf, type ReadKey } from '#core/work/read.ts';
import type { Steps } from '#core/work/steps.ts';

/** The paths of a description as a tree, and what is needed to bring it up to date. */
export interface PathIndex {
  readonly root: PathNode;
  /** What the path items that refer to others came to, by the section they stand in. */
  readonly followed: ReadonlyMap<SectionExtract, readonly FollowedPath[]>;
}

interface FollowedPath {
  readonly definition: NamedThing;
  readonly fact: PathFact;
  /** What was read on the way. */
  readonly reads: ReadonlySet<ReadKey>;
  /** True where not only sections and files were read: that may go stale for other reasons than that one changed, came or went. */
  readonly readsMore: boolean;
}

/** What an index is made of. */
export interface PathContents {
  readonly extracts: readonly SectionExtract[];
  readonly version: OpenApiVersion;
  /** The values that make up a path item, `$ref`s followed; undefined where they lead nowhere. */
  readonly follow: (definition: NamedThing) => readonly TreeNode[] | undefined;
}

/** What an index is made anew from. */
export interface PathsBefore {
  readonly index: PathIndex;
  readonly extracts: readonly SectionExtract[];
  /** The sections that were replaced since, came or went. */
  readonly changed: () => readonly SectionId[];
  /** False where files came or went: then a `$ref` may lead elsewhere whatever it read. */
  readonly isSameFiles: boolean;
}

/** Reads the paths in steps. Where no path and no method changed it is the tree of before. */
export function* readPaths(contents: PathContents, before: PathsBefore | undefined): Steps<PathIndex> {
  const { removed, added } = listDifference(before?.extracts ?? [], contents.extracts);
  const followed = new Map(before?.index.followed);
  const facts = new FactChanges();
  const pace = new Pace();
  for (const extract of removed) {
    facts.remove(factsOf(extract, contents.version, followed));
    followed.delete(extract);
  }
  if (before !== undefined) refollow(contents, before, followed, facts);
  for (const extract of added) {
    const own = followAll(extract, contents);
    if (own.length > 0) followed.set(extract, own);
    const there = factsOf(extract, contents.version, followed);
    facts.add(there);
    if (pace.isDue(cost.passed + cost.looked * there.length)) yield;
  }
  const root = yield* facts.applied(before?.index.root ?? noPaths);
  return { root, followed };
}

/** What stays may refer to what changed. */
function refollow(
  { follow, version }: PathContents,
  before: PathsBefore,
  followed: Map<SectionExtract, readonly FollowedPath[]>,
  facts: FactChanges,
): void {
  if (followed.size === 0) return;
  const changed = before.changed().map((id) => keyOf({ kind: 'section', id }));
  const isStale = ({ reads, readsMore }: FollowedPath): boolean =>
    !before.isSameFiles || readsMore || changed.some((key) => reads.has(key));
  for (const [extract, paths] of followed) {
    if (!paths.some(isStale)) continue;
    const again = paths.map((path) =>
      isStale(path) ? followPath(path.definition, path.fact.path, follow, version) : path,
    );
    facts.remove(paths.map(({ fact }) => fact));
    facts.add(again.map(({ fact }) => fact));
    followed.set(extract, again);
  }
}

function isOfSections(key: ReadKey): boolean {
  return /^(?:section|details|file) /.test(key);
}

function followAll(extract: SectionExtract, { follow, version }: PathContents): readonly FollowedPath[] {
  const referring = pathSources(extract, version).filter(({ refers }) => refers);
  return referring.map(({ definition, fact }) => followPath(definition, fact.path, follow, version));
}

function followPath(
  definition: NamedThing,
  path: string,
  follow: PathContents['follow'],
  version: OpenApiVersion,
): FollowedPath {
  const { result: trees, reads } = recordReads(() => follow(definition));
  const methods = trees?.flatMap((tree) => writtenMethods(tree, version));
  const readsMore = [...reads].some((key) => !isOfSections(key));
  return { definition, fact: pathFact(path, methods), reads, readsMore };
}

/** All path items of a section, those followed that refer to others. */
function factsOf(
  extract: SectionExtract,
  version: OpenApiVersion,
  followed: ReadonlyMap<SectionExtract, readonly FollowedPath[]>,
): readonly PathFact[] {
  const own = pathSources(extract, version).filter(({ refers }) => !refers);
  return [...own.map(({ fact }) => fact), ...(followed.get(extract) ?? []).map(({ fact }) => fact)];
}
