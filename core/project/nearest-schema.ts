import type { Config } from '#core/config/config.ts';
import { configFor } from '#core/config/nearest-config.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';

/**
 * The Prisma schema that belongs to a description: the one that `configured` (of `plumbline.yaml`) names, the only one there
 * is, the one that Prisma's own configuration names for the nearest folder at or above, or the one that shares the longest
 * folder with it. Undefined when two are equally near: then nothing is compared.
 */
export function nearestSchema(
  rootUri: string,
  { schemas, configuredSchemas }: Pick<Workspace, 'schemas' | 'configuredSchemas'>,
  configured: string | undefined,
): PrismaSchema | undefined {
  if (configured !== undefined) return schemas.find((schema) => belongsTo(schema, configured));
  if (schemas.length <= 1) return schemas[0];
  const named = configuredSchemas.find(({ folder }) => rootUri.startsWith(folder));
  if (named !== undefined) return schemas.find(({ root }) => root === named.root);
  const ranked = schemas
    .map((schema) => ({ schema, shared: sharedFolders(rootUri, schema.root) }))
    .sort((a, b) => b.shared - a.shared);
  return ranked[0]?.shared === ranked[1]?.shared ? undefined : ranked[0]?.schema;
}

/** The Prisma schema a description is compared with, by the uri of its root; undefined when there is none. */
export function schemaFor(rootUri: string, workspace: Workspace, settings: ReviewSettings): PrismaSchema | undefined {
  const config = configFor(rootUri, workspace.configs, settings.folders);
  return nearestSchema(rootUri, workspace, configuredUri(config));
}

/** How many folders a description shares with the schema that belongs to it; 0 without one. */
export function schemaNearness(
  rootUri: string,
  schemas: Pick<Workspace, 'schemas' | 'configuredSchemas'>,
  configured: string | undefined,
): number {
  const schema = nearestSchema(rootUri, schemas, configured);
  return schema === undefined ? 0 : sharedFolders(rootUri, schema.root);
}

/** The schema a configuration names; what is no address leads to no schema. */
export function configuredUri({ prisma, folder }: Config): string | undefined {
  return prisma !== undefined && URL.canParse(prisma, folder) ? new URL(prisma, folder).href : prisma;
}

function belongsTo(schema: PrismaSchema, configured: string): boolean {
  const folder = configured.endsWith('/') ? configured : `${configured}/`;
  return schema.documents.some(({ uri }) => uri === configured || uri.startsWith(folder));
}

/** The number of leading path segments two uris have in common; a folder of applications that stand side by side is none. */
function sharedFolders(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  const differing = left.findIndex((segment, index) => segment !== right[index]);
  const shared = differing < 0 ? left.length : differing;
  return differing > 0 && applicationFolders.has(left[differing - 1] ?? '') ? shared - 1 : shared;
}

/** Folders whose subfolders are applications or packages of their own: what one has is not the others'. */
const applicationFolders: ReadonlySet<string> = new Set(
  'apps applications packages services microservices modules projects libs examples samples demos fixtures'.split(' '),
);
