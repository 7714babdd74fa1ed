import picomatch from 'picomatch/posix.js';
import { type Config, type ConfigProblem, emptyConfig, readConfig } from '#core/config.ts';
import { Description } from '#core/openapi/description.ts';
import { canonicalUri } from '#core/openapi/reference-target.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { configuredSchemaUri } from '#core/project/prisma-config.ts';
import { groupPrismaFiles } from '#core/project/prisma-folder.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { ReviewSettings } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { type Source, sourceKindOf } from '#core/source.ts';
import { cutDocument } from '#core/tree/cut-document.ts';
import { isDescriptionText, treeLanguageOf } from '#core/tree/language.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';

/** Everything known of the files before any rule runs: what is parsed, and which files belong together. */
export interface Workspace {
  readonly sources: ReadonlyMap<string, Source>;
  /** Parsed YAML and JSON: roots, what they reference, and configuration files. */
  readonly trees: ReadonlyMap<string, TreeDocument>;
  readonly prismaDocuments: ReadonlyMap<string, PrismaDocument>;
  readonly descriptions: readonly Description[];
  readonly schemas: readonly PrismaSchema[];
  readonly configs: ReadonlyMap<string, Config>;
  readonly configProblems: readonly ConfigProblem[];
  /** Referenced files that were neither given nor named in `unread`, sorted. */
  readonly wanted: readonly string[];
}

/** Reads the sources as far as they matter. With `previous`, unchanged files and sections are taken over as they are. */
export function openWorkspace(
  sources: readonly Source[],
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Workspace,
): Workspace {
  const byUri = new Map(sources.map((source) => [source.uri, source]));
  const trees = new TreeReader(sources, previous);
  const { configs, configProblems } = readConfigs(sources, trees, rulebook);
  const rootUris = sources.filter((source) => isRoot(source, configs, settings)).map(({ uri }) => uri);
  const descriptions = rootUris.flatMap((uri) => describe(uri, trees));
  const prismaDocuments = readPrisma(sources, configs, settings, previous);
  return {
    sources: byUri,
    trees: trees.documents,
    prismaDocuments,
    descriptions,
    schemas: groupSchemas(prismaDocuments, configuredSchemas(sources)),
    configs,
    configProblems,
    wanted: wantedFiles(descriptions, trees, settings),
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

/** A configuration's list of globs is compiled once. */
function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const known = matchers.get(globs);
  if (known !== undefined) return known;
  const plain = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''));
  const matcher = picomatch([...plain, ...plain.map((glob) => `${glob}/**`)], { dot: true });
  const match = (path: string): boolean => matcher(path);
  matchers.set(globs, match);
  return match;
}

/** Parses each YAML or JSON file once, when it is first asked for. */
class TreeReader {
  readonly documents = new Map<string, TreeDocument>();
  /** By canonical uri: a `$ref` may escape other characters than the caller does. */
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #previous: Workspace | undefined;

  constructor(sources: readonly Source[], previous: Workspace | undefined) {
    this.#sources = new Map(sources.map((source) => [canonicalUri(source.uri), source]));
    this.#previous = previous;
  }

  has(uri: string): boolean {
    return this.#sources.has(canonicalUri(uri));
  }

  read(wanted: string): TreeDocument | undefined {
    const source = this.#sources.get(canonicalUri(wanted));
    if (source === undefined) return undefined;
    const { uri } = source;
    const known = this.documents.get(uri);
    if (known !== undefined) return known;
    const before = this.#previous?.trees.get(uri);
    const language = languageOf(source);
    const same = before !== undefined && before.text === source.text && before.language === language;
    const document = same ? before : cutDocument({ uri, text: source.text, language }, before);
    this.documents.set(uri, document);
    return document;
  }
}

function languageOf(source: Source): TreeLanguage {
  const named = treeLanguageOf(source.uri);
  if (named !== undefined) return named;
  return source.languageId === 'json' || source.languageId === 'jsonc' ? 'json' : 'yaml';
}

/** The description of one root, its fragments read as far as they are given. */
function describe(rootUri: string, trees: TreeReader): Description[] {
  const root = trees.read(rootUri);
  if (root === undefined) return [];
  let description = new Description(root, trees.documents);
  for (let unread = description.wantedFiles(); unread.length > 0; unread = description.wantedFiles()) {
    const found = unread.filter((uri) => trees.read(uri) !== undefined);
    if (found.length === 0) break;
    description = new Description(root, trees.documents);
  }
  return [description];
}

function readConfigs(
  sources: readonly Source[],
  trees: TreeReader,
  rulebook: Rulebook,
): Pick<Workspace, 'configs' | 'configProblems'> {
  const configs = new Map<string, Config>();
  const configProblems: ConfigProblem[] = [];
  for (const source of sources.filter(({ uri }) => sourceKindOf(uri) === 'config')) {
    const section = trees.read(source.uri)?.sections[0];
    if (section === undefined) continue;
    const { config, problems } = readConfig(section, rulebook);
    configs.set(source.uri, config);
    configProblems.push(...problems);
  }
  return { configs, configProblems };
}

function isRoot(source: Source, configs: ReadonlyMap<string, Config>, settings: ReviewSettings): boolean {
  if (sourceKindOf(source.uri, source.languageId) !== 'tree') return false;
  const config = configFor(source.uri, configs, settings.folders);
  if (!isIncluded(source.uri, config)) return false;
  if (config.entries.length > 0 && !matchesGlobs(source.uri, config.entries, config)) return false;
  return isDescriptionText(source.text);
}

/** True when `include` and `exclude` of the configuration let a file through. */
export function isIncluded(uri: string, config: Config): boolean {
  if (matchesGlobs(uri, config.exclude, config)) return false;
  return config.include.length === 0 || matchesGlobs(uri, config.include, config);
}

function readPrisma(
  sources: readonly Source[],
  configs: ReadonlyMap<string, Config>,
  settings: ReviewSettings,
  previous: Workspace | undefined,
): ReadonlyMap<string, PrismaDocument> {
  const documents = new Map<string, PrismaDocument>();
  for (const { uri, text, languageId } of sources) {
    if (sourceKindOf(uri, languageId) !== 'prisma') continue;
    if (!isIncluded(uri, configFor(uri, configs, settings.folders))) continue;
    const before = previous?.prismaDocuments.get(uri);
    documents.set(uri, before !== undefined && before.text === text ? before : cutPrisma({ uri, text }, before));
  }
  return documents;
}

/** The schema folders and files that Prisma's own configuration files name. */
function configuredSchemas(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ uri, text }) => {
    if (sourceKindOf(uri) !== 'prisma-config') return [];
    const configured = configuredSchemaUri(uri, text);
    return configured === undefined ? [] : [configured];
  });
}

function groupSchemas(
  documents: ReadonlyMap<string, PrismaDocument>,
  configured: readonly string[],
): readonly PrismaSchema[] {
  const files = [...documents.values()].map(({ uri, sections }) => ({
    uri,
    hasDatasource: sections.some(({ nodes }) => nodes.some(({ kind }) => kind === 'prisma.datasource')),
  }));
  return groupPrismaFiles(files, configured).map(({ root, files: uris }) => {
    const members = [...uris].sort().map((uri) => documents.get(uri));
    return new PrismaSchema(
      root,
      members.filter((document) => document !== undefined),
    );
  });
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
