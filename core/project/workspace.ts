import { type Config, type ConfigProblem, emptyConfig, readConfig } from '#core/config/config.ts';
import { globTest } from '#core/glob/glob-test.ts';
import { Description } from '#core/openapi/description/description.ts';
import { prepareSections } from '#core/openapi/description/prepare-sections.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { cutPrismaSteps } from '#core/prisma/cut-prisma.ts';
import { editPrismaSteps } from '#core/prisma/edit-prisma.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { unreadPrisma } from '#core/prisma/unread-prisma.ts';
import { type DescriptionCopy, separateCopies } from '#core/project/description-copies.ts';
import { groupSchemas } from '#core/project/group-schemas.ts';
import { configuredUri, schemaNearness } from '#core/project/nearest-schema.ts';
import type { ConfiguredSchema } from '#core/project/prisma-config.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { TreeReader } from '#core/project/tree-reader.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { kindOfSource, type Source } from '#core/source.ts';
import { remembered } from '#core/text/remembered.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { failureFinding, guarded } from '#core/work/failure.ts';
import { ReadLog } from '#core/work/read-log.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/** Everything known of the files before any rule runs: what is parsed, and which files belong together. */
export interface Workspace {
  readonly sources: ReadonlyMap<string, Source>;
  /** Parsed YAML and JSON: roots, what they reference, and configuration files. */
  readonly trees: ReadonlyMap<string, TreeDocument>;
  readonly prismaDocuments: ReadonlyMap<string, PrismaDocument>;
  /** Prisma files that generators of the others wrote: nobody looks into them. */
  readonly prismaCopies: ReadonlyMap<string, PrismaDocument>;
  /** Those that are reviewed. */
  readonly descriptions: readonly Description[];
  /** Those that say the same as one of them. */
  readonly copies: readonly DescriptionCopy[];
  readonly schemas: readonly PrismaSchema[];
  /** The schemas that Prisma's own configuration files name, those of the deepest folder first. */
  readonly configuredSchemas: readonly ConfiguredSchema[];
  readonly configs: ReadonlyMap<string, Config>;
  readonly configProblems: readonly ConfigProblem[];
  /** What is said of roots whose descriptions could not be put together, owing to mistakes of ours. */
  readonly failures: readonly RawFinding[];
  /** Referenced files that were neither given nor named in `unread`, sorted. */
  readonly wanted: readonly string[];
  /** Why others were not read. */
  readonly unread: ReviewSettings['unread'];
  /** Shared by this workspace and those that follow from it. */
  readonly log: ReadLog;
}

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
  const log = previous?.log ?? new ReadLog();
  const { configs, configProblems } = readConfigs(sources, trees, rulebook);
  const all: Description[] = [];
  const failures: RawFinding[] = [];
  for (const [index, source] of sources.entries()) {
    if (index % sourcesAtOnce === sourcesAtOnce - 1) yield;
    if (!mayBeRoot(source, configs, settings) || !(yield* trees.isDescription(source))) continue;
    const description = yield* guarded(
      () => describe(source.uri, trees, log, previous),
      (error) => {
        for (const failure of failuresOf(source.uri, trees, error)) failures.push(failure);
        return undefined;
      },
    );
    if (description !== undefined) all.push(description);
  }
  const prismaDocuments = yield* readPrisma(sources, configs, settings, previous);
  const grouped = groupSchemas(prismaDocuments, sources, log, previous);
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
    log,
  };
}

/** The nearest `plumbline.yaml` at or above a file, inside the workspace folder the file lies in. */
export function configFor(uri: string, configs: ReadonlyMap<string, Config>, folders: readonly string[]): Config {
  const folder = folders.filter((candidate) => isInside(uri, candidate)).sort((a, b) => b.length - a.length)[0] ?? '';
  const candidates = [...configs.values()].filter(
    (config) => uri.startsWith(config.folder) && config.folder.startsWith(withSlash(folder)),
  );
  return candidates.sort((a, b) => b.folder.length - a.folder.length)[0] ?? emptyConfig;
}

/** True when one of the globs, relative to the configuration's folder, matches the file or a folder it lies in. */
export function matchesGlobs(uri: string, globs: readonly string[], config: Config): boolean {
  if (globs.length === 0 || !uri.startsWith(config.folder)) return false;
  return matcherOf(globs)(decodedPath(uri.slice(config.folder.length)));
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** Each review asks about every file again: so many answers of one list are kept. */
const keptMatches = 20_000;

/** A configuration's list of globs is compiled once. */
function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const known = matchers.get(globs);
  if (known !== undefined) return known;
  const plain = globs.map(plainGlob).filter((glob) => glob !== '');
  const tests = plain.flatMap((glob) => globTest(glob) ?? []);
  const match = remembered((path) => tests.some((test) => test(path)), keptMatches);
  matchers.set(globs, match);
  return match;
}

/** Without what leads to the folder itself, which may be all there is; empty for an empty one, which matches nothing. */
function plainGlob(glob: string): string {
  const plain = glob.replace(/^\.\//, '').replace(/\/$/, '');
  return plain === '' && glob !== '' ? '**' : plain;
}

/**
 * The description of one root, its fragments read as far as they are given; the very same one when none of its files
 * changed. Files that are no longer referred to are no longer known to it.
 */
function* describe(
  rootUri: string,
  trees: TreeReader,
  log: ReadLog,
  previous: Workspace | undefined,
): Steps<Description | undefined> {
  const root = yield* trees.readSteps(rootUri);
  if (root === undefined) return undefined;
  const before = previous && descriptionAt(rootUri, previous);
  if (before !== undefined && (yield* hasSameFiles(before, trees))) return before;
  yield* prepareSections(root, before);
  return yield* Description.read(root, (uri) => trees.readSteps(uri), before, log);
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

type ReadConfig = ReturnType<typeof readConfig>;

const readOnce = new WeakMap<Rulebook, WeakMap<TreeSection, ReadConfig>>();

/** The same text gives the very same configuration, so that what was judged under it stands. */
function readConfigOnce(section: TreeSection, rulebook: Rulebook): ReadConfig {
  const known = readOnce.get(rulebook) ?? new WeakMap<TreeSection, ReadConfig>();
  readOnce.set(rulebook, known);
  const result = known.get(section) ?? readConfig(section, rulebook);
  known.set(section, result);
  return result;
}

/** So many sources are looked at in one step. */
const sourcesAtOnce = 100;

/** False for what is no root whatever its text says. */
function mayBeRoot(source: Source, configs: ReadonlyMap<string, Config>, settings: ReviewSettings): boolean {
  if (kindOfSource(source) !== 'tree') return false;
  const config = configFor(source.uri, configs, settings.folders);
  if (!isIncluded(source.uri, config)) return false;
  return config.entries.length === 0 || matchesGlobs(source.uri, config.entries, config);
}

/** True when `include` and `exclude` of the configuration let a file through. */
export function isIncluded(uri: string, config: Config): boolean {
  if (matchesGlobs(uri, config.exclude, config)) return false;
  return config.include.length === 0 || matchesGlobs(uri, config.include, config);
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

function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(withSlash(folder));
}

function withSlash(folder: string): string {
  return folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
