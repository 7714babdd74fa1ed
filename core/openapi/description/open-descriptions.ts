import type { Config } from '#core/config/config.ts';
import { configFor, isIncluded, matchesGlobs } from '#core/config/nearest-config.ts';
import { Description } from '#core/openapi/description/description.ts';
import { isRoot } from '#core/openapi/description/find-root.ts';
import { prepareSections } from '#core/openapi/description/prepare-sections.ts';
import { openApi } from '#core/openapi/language.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import type { DocumentReader } from '#core/project/document-reader.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Source } from '#core/source.ts';
import { kindOfSource } from '#core/source-kind.ts';
import { failureFinding, guarded } from '#core/work/failure.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** The descriptions of a workspace, those that say the same as others too. */
export interface OpenedDescriptions {
  readonly all: readonly Description[];
  /** What is said of roots whose descriptions could not be put together. */
  readonly failures: readonly RawFinding[];
}

/** Finds the roots among the sources, and reads the description of each, in steps. */
export function* openDescriptions(
  { sources, configs, settings }: OpeningWorkspace,
  reader: DocumentReader,
  previous: Workspace | undefined,
): Steps<OpenedDescriptions> {
  const all: Description[] = [];
  const failures: RawFinding[] = [];
  const pace = new Pace();
  for (const source of sources) {
    if (pace.isDue(cost.followed)) yield;
    if (!mayBeRoot(source, configs, settings) || !(yield* isRoot(source, reader))) continue;
    const description = yield* guarded(
      () => describe(source.uri, reader, previous),
      (error) => {
        for (const failure of failuresOf(source.uri, reader, error)) failures.push(failure);
        return undefined;
      },
    );
    if (description !== undefined) all.push(description);
  }
  return { all, failures };
}

/** A workspace while it is opened. */
export interface OpeningWorkspace {
  readonly sources: readonly Source[];
  readonly configs: ReadonlyMap<string, Config>;
  readonly settings: ReviewSettings;
}

/** Files that descriptions refer to, and that were neither given nor said to be unreadable; sorted. */
export function wantedFiles(
  descriptions: readonly Description[],
  reader: DocumentReader,
  settings: ReviewSettings,
): readonly string[] {
  const wanted = new Set(descriptions.flatMap((description) => description.wantedFiles()));
  const unread = new Set([...settings.unread.keys()].map(canonicalUri));
  return [...wanted].filter((uri) => !reader.has(uri) && !unread.has(canonicalUri(uri))).sort();
}

/** False for what is no root whatever its text says. */
function mayBeRoot(source: Source, configs: ReadonlyMap<string, Config>, settings: ReviewSettings): boolean {
  if (kindOfSource(source).language !== openApi || kindOfSource(source).role !== 'text') return false;
  const config = configFor(source.uri, configs, settings.folders);
  if (!isIncluded(source.uri, config)) return false;
  return config.entries.length === 0 || matchesGlobs(source.uri, config.entries, config);
}

/**
 * The description of one root, its fragments read as far as they are given; the very same one when none of its files
 * changed. Files that are no longer referred to are no longer known to it.
 */
function* describe(
  rootUri: string,
  reader: DocumentReader,
  previous: Workspace | undefined,
): Steps<Description | undefined> {
  const root = yield* reader.readSteps(rootUri, openApi);
  if (root === undefined) return undefined;
  const before = previous && descriptionAt(rootUri, previous);
  if (before !== undefined && (yield* hasSameFiles(before, reader))) return before;
  yield* prepareSections(root, before);
  return yield* Description.read(root, (uri) => reader.readSteps(uri, openApi), before);
}

/** Said in the root, where it was read. */
function failuresOf(rootUri: string, reader: DocumentReader, error: unknown): readonly RawFinding[] {
  const section = reader.documents.get(rootUri)?.sections[0];
  return section === undefined ? [] : [failureFinding(section, 'put this description together', error)];
}

/** The description of a root, reviewed or not. */
function descriptionAt(rootUri: string, { descriptions, copies }: Workspace): Description | undefined {
  const isMeant = ({ context }: Description): boolean => context.rootUri === rootUri;
  return descriptions.find(isMeant) ?? copies.find(({ description }) => isMeant(description))?.description;
}

/** True when the files are the same objects, and none it lacked has come. */
function* hasSameFiles(before: Description, reader: DocumentReader): Steps<boolean> {
  if (before.wantedFiles().some((uri) => reader.mayBe(uri, openApi))) return false;
  for (const [uri, document] of before.files) if ((yield* reader.readSteps(uri, openApi)) !== document) return false;
  return true;
}
