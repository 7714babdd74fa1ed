import type { Config, ConfigProblem } from '#core/config/config.ts';
import { configFor, isIncluded, matchesGlobs } from '#core/config/nearest-config.ts';
import { readConfigOnce } from '#core/config/read-config.ts';
import { Description } from '#core/openapi/description/description.ts';
import { prepareSections } from '#core/openapi/description/prepare-sections.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { cutPrismaSteps } from '#core/prisma/cut-prisma.ts';
import { editPrismaSteps } from '#core/prisma/edit-prisma.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { unreadPrisma } from '#core/prisma/unread-prisma.ts';
import { separateCopies } from '#core/project/description-copies.ts';
import { groupSchemas } from '#core/project/group-schemas.ts';
import { configuredUri, schemaNearness } from '#core/project/nearest-schema.ts';
import { TreeReader } from '#core/project/tree-reader.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { kindOfSource, type Source } from '#core/source.ts';

import { failureFinding, guarded } from '#core/work/failure.ts';
import { cost, Pace } from '#core/work/pace.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/** Reads the sources as far as they matter. With `previous`, unchanged files and sections are taken over as they are. */
export function openWorkspace(
  sources: readonly Source[],
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Workspace,
): Workspace {
  return finish(openWorkspaceSteps(sources, rulebook, settings, previous));
}

/** The same, in steps. */
export function* openWorkspaceSteps(
  sources: readonly Source[],
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Workspace,
): Steps<Workspace> {
  const byUri = new Map(sources.map((source) => [source.uri, source]));
  const trees = new TreeReader(sources, previous);
  const { configs, configProblems } = readConfigs(sources, trees, rulebook);
  const all: Description[] = [];
  const failures: RawFinding[] = [];
  const pace = new Pace();
  for (const source of sources) {
    if (pace.isDue(cost.followed)) yield;
    if (!mayBeRoot(source, configs, settings) || !(yield* trees.isDescription(source))) continue;
    const description = yield* guarded(
      () => describe(source.uri, trees, previous),
      (error) => {
        for (const failure of failuresOf(source.uri, trees, error)) failures.push(failure);
        return undefined;
      },
    );
    if (description !== undefined) all.push(description);
  }
  const prismaDocuments = yield* readPrisma(sources, configs, settings, previous);
  const grouped = groupSchemas(prismaDocuments, sources, previous);
  const configOf = (uri: string) => configFor(uri, configs, settings.folders);
  const nearness = (uri: string) => schemaNearness(uri, grouped, configuredUri(configOf(uri)));
  return {
    sources: byUri,
    trees: trees.documents,
    ...(yield* separateCopies(all, { configOf, nearness })),
    ...grouped,
    configs,
    configProblems,
    failures,
    wanted: wantedFiles(all, trees, settings),
    unread: settings.unread,
  };
}

/**
 * The description of one root, its fragments read as far as they are given; the very same one when none of its files
 * changed. Files that are no longer referred to are no longer known to it.
 */
function* describe(
  rootUri: string,
  trees: TreeReader,
  previous: Workspace | undefined,
): Steps<Description | undefined> {
  const root = yield* trees.readSteps(rootUri);
  if (root === undefined) return undefined;
  const before = previous && descriptionAt(rootUri, previous);
  if (before !== undefined && (yield* hasSameFiles(before, trees))) return before;
  yield* prepareSections(root, before);
  return yield* Description.read(root, (uri) => trees.readSteps(uri), before);
}

/** Said in the root, where it was read. */
function failuresOf(rootUri: string, trees: TreeReader, error: unknown): readonly RawFinding[] {
  const section = trees.documents.get(rootUri)?.sections[0];
  return section === undefined ? [] : [failureFinding(section, 'put this description together', error)];
}

/** The description of a root, reviewed or not. */
function descriptionAt(rootUri: string, { descriptions, copies }: Workspace): Description | undefined {
  const isMeant = ({ context }: Description): boolean => context.rootUri === rootUri;
  return descriptions.find(isMeant) ?? copies.find(({ description }) => isMeant(description))?.description;
}

/** True when the files are the same objects, and none it lacked has come. */
function* hasSameFiles(before: Description, trees: TreeReader): Steps<boolean> {
  if (before.wantedFiles().some((uri) => trees.has(uri))) return false;
  for (const [uri, document] of before.files) if ((yield* trees.readSteps(uri)) !== document) return false;
  return true;
}

function readConfigs(
  sources: readonly Source[],
  trees: TreeReader,
  rulebook: Rulebook,
): Pick<Workspace, 'configs' | 'configProblems'> {
  const configs = new Map<string, Config>();
  const configProblems: ConfigProblem[] = [];
  for (const source of sources.filter((each) => kindOfSource(each) === 'config')) {
    const section = trees.read(source.uri)?.sections[0];
    if (section === undefined) continue;
    const { config, problems } = readConfigOnce(section, rulebook);
    configs.set(source.uri, config);
    for (const problem of problems) configProblems.push(problem);
  }
  return { configs, configProblems };
}

/** False for what is no root whatever its text says. */
function mayBeRoot(source: Source, configs: ReadonlyMap<string, Config>, settings: ReviewSettings): boolean {
  if (kindOfSource(source) !== 'tree') return false;
  const config = configFor(source.uri, configs, settings.folders);
  if (!isIncluded(source.uri, config)) return false;
  return config.entries.length === 0 || matchesGlobs(source.uri, config.entries, config);
}

function* readPrisma(
  sources: readonly Source[],
  configs: ReadonlyMap<string, Config>,
  settings: ReviewSettings,
  previous: Workspace | undefined,
): Steps<ReadonlyMap<string, PrismaDocument>> {
  const documents = new Map<string, PrismaDocument>();
  for (const source of sources) {
    const { uri } = source;
    if (kindOfSource(source) !== 'prisma') continue;
    if (!isIncluded(uri, configFor(uri, configs, settings.folders))) continue;
    const read = guarded(
      () => readPrismaSource(source, previous),
      (error) => unreadPrisma(source, error),
    );
    documents.set(uri, yield* read);
    yield;
  }
  return documents;
}

function* readPrismaSource(source: Source, previous: Workspace | undefined): Steps<PrismaDocument> {
  const { uri, edited } = source;
  const before = previous?.prismaDocuments.get(uri) ?? previous?.prismaCopies.get(uri);
  const sourceBefore = previous?.sources.get(uri);
  if (before !== undefined && sourceBefore === source) return before;
  const isEdited = before !== undefined && edited !== undefined && edited.from === sourceBefore?.revision;
  const document = isEdited ? yield* editPrismaSteps(before, edited.edits) : undefined;
  if (document !== undefined) return document;
  const { text } = source;
  return before?.text === text ? before : yield* cutPrismaSteps({ uri, text }, before);
}

function wantedFiles(
  descriptions: readonly Description[],
  trees: TreeReader,
  settings: ReviewSettings,
): readonly string[] {
  const wanted = new Set(descriptions.flatMap((description) => description.wantedFiles()));
  const unread = new Set([...settings.unread.keys()].map(canonicalUri));
  return [...wanted].filter((uri) => !trees.has(uri) && !unread.has(canonicalUri(uri))).sort();
}
