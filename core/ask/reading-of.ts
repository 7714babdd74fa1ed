import { configFor, isIncluded, matchesGlobs } from '#core/config/nearest-config.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { isDescriptionText } from '#core/openapi/description-text.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { LintConfig } from '#core/prisma/lint/lint-config.ts';
import type { PrismaDialect } from '#core/prisma/model.ts';
import { lintConfigFor } from '#core/project/active-config.ts';
import { comparedRoots } from '#core/project/compared-roots.ts';
import { schemaFor } from '#core/project/nearest-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Review } from '#core/review.ts';
import type { FileRole } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** What a file was taken for, and what it belongs to. Plain data. */
export interface FileReading {
  readonly role: FileRole;
  /** The descriptions or the schema it is part of. */
  readonly owners: readonly Owner[];
  /** The configuration that holds for it; undefined: there is none at or above it. */
  readonly config: string | undefined;
  readonly preset: string;
  /** Of a Prisma schema what prisma-lint is told of it; undefined where that is nothing. */
  readonly lint: LintReading | undefined;
  /** Why it is part of nothing; undefined where it is part of something. */
  readonly unused: Unused | undefined;
}

/** `answers`: it keeps those of the checklist; `settings`: another tool's, which say something of files that are reviewed; `excluded` by the configuration; `no-entry`: the configuration lists other roots; `unrelated`: no description, and none refers to it. */
export type Unused = 'answers' | 'settings' | 'excluded' | 'no-entry' | 'unrelated';

export type LintReading = Pick<LintConfig, 'uri' | 'taken' | 'left' | 'isProgram'>;

export type Owner = DescriptionOwner | SchemaOwner;

export interface DescriptionOwner {
  readonly kind: 'description';
  /** The uri of its root file. */
  readonly root: string;
  /** As it is read. */
  readonly version: OpenApiVersion;
  /** As it is written. */
  readonly versionText: string | undefined;
  readonly title: string | undefined;
  /** How many files it has. */
  readonly files: number;
  /** The first file of the Prisma schema it is compared with. */
  readonly schema: string | undefined;
  /** The root of the description that is reviewed in its place, as it says the same. */
  readonly original: string | undefined;
}

export interface SchemaOwner {
  readonly kind: 'schema';
  /** The uri of its folder or file. */
  readonly root: string;
  readonly dialect: PrismaDialect;
  readonly provider: string | undefined;
  readonly files: number;
  /** The roots of the descriptions of this workspace that are compared with it. */
  readonly descriptions: readonly string[];
}

/** How a file of a review was read; undefined for one that the review does not have. */
export function readingOf(
  uri: string,
  { files, workspace }: Pick<Review, 'files' | 'workspace'>,
  settings: ReviewSettings,
): FileReading | undefined {
  const role = files.get(uri)?.role;
  if (role === undefined) return undefined;
  const { uri: config, preset } = configFor(uri, workspace.configs, settings.folders);
  return {
    role,
    owners: [...descriptionOwners(uri, workspace, settings), ...schemaOwners(uri, workspace, settings)],
    config,
    preset: preset ?? settings.preset,
    lint: lintConfigFor(uri, workspace.lintConfigs),
    unused: role === 'other' ? whyUnused(uri, workspace, settings) : undefined,
  };
}

function descriptionOwners(uri: string, workspace: Workspace, settings: ReviewSettings): readonly DescriptionOwner[] {
  const originals = new Map(workspace.copies.map(({ description, original }) => [description, original]));
  const isPart = (description: Description) => description.urisToReview().has(uri);
  return [...workspace.descriptions, ...originals.keys()]
    .filter(isPart)
    .map((description) => descriptionOwner(description, originals.get(description), workspace, settings));
}

function descriptionOwner(
  description: Description,
  original: string | undefined,
  workspace: Workspace,
  settings: ReviewSettings,
): DescriptionOwner {
  const { rootUri: root, version } = description.context;
  const [info] = ifUnderstood(() => description.roots('openapi.info')) ?? [];
  const [document] = ifUnderstood(() => description.roots('openapi.document')) ?? [];
  return {
    kind: 'description',
    root,
    version,
    versionText: document?.versionText.value,
    title: info?.title?.value,
    files: description.urisToReview().size,
    schema: original === undefined ? schemaFor(root, workspace, settings)?.documents[0]?.uri : undefined,
    original,
  };
}

function schemaOwners(uri: string, workspace: Workspace, settings: ReviewSettings): readonly SchemaOwner[] {
  const own = workspace.schemas.filter((schema) => schema.has(uri));
  return own.map((schema) => {
    const { root, documents } = schema;
    return {
      kind: 'schema',
      root,
      dialect: documents.some(({ dialect }) => dialect === 'prisma8') ? 'prisma8' : 'prisma7',
      provider: schema.all('prisma.datasource')[0]?.provider?.value,
      files: documents.length,
      descriptions: comparedRoots(workspace, settings).get(root) ?? [],
    };
  });
}

function whyUnused(uri: string, { configs, sources }: Workspace, { folders }: ReviewSettings): Unused {
  const { role } = sourceKindOf(uri);
  if (role === 'answers' || role === 'settings') return role;
  const config = configFor(uri, configs, folders);
  if (!isIncluded(uri, config)) return 'excluded';
  const isEntry = config.entries.length === 0 || matchesGlobs(uri, config.entries, config);
  return !isEntry && isDescriptionText(sources.get(uri)?.text ?? '') ? 'no-entry' : 'unrelated';
}
