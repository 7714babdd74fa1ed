import { prisma } from '#core/prisma/language.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { type ConfiguredSchema, configuredSchemas, isPrismaConfig } from '#core/project/prisma-config.ts';
import { findPrismaCopies } from '#core/project/prisma-copies.ts';
import { groupPrismaFiles } from '#core/project/prisma-folder.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Source } from '#core/source.ts';
import { kindOfSource } from '#core/source-kind.ts';
import type { SourceDocument } from '#core/text/section.ts';

/** The Prisma files of a workspace, sorted out. */
export interface GroupedSchemas extends Pick<Workspace, 'prismaCopies' | 'schemas' | 'configuredSchemas'> {}

/** Sets aside what generators wrote, and puts together which files form one schema; the very same one when its files are. */
export function groupSchemas(
  all: ReadonlyMap<string, SourceDocument>,
  sources: readonly Source[],
  previous: Workspace | undefined,
): GroupedSchemas {
  const configured = configuredSchemas(sources.filter(isPrismaSettings));
  const documents = new Map(
    [...all].flatMap(([uri, document]) => (document.kind === 'prisma' ? [[uri, document]] : [])),
  );
  const roots = configured.map(({ root }) => root);
  const copies = findPrismaCopies(documents.values(), roots);
  const own = new Map([...documents].filter(([uri]) => !copies.has(uri)));
  const files = [...own.values()].map((document) => ({ uri: document.uri, hasDatasource: hasDatasource(document) }));
  const schemas = groupPrismaFiles(files, roots).map(({ root, files: uris }) => {
    const members = [...uris].sort().flatMap((uri) => own.get(uri) ?? []);
    return schemaOf(root, members, previous);
  });
  return {
    prismaCopies: copies,
    schemas,
    configuredSchemas: knownSchemas(configured, schemas),
  };
}

function schemaOf(root: string, members: readonly PrismaDocument[], previous: Workspace | undefined): PrismaSchema {
  const before = previous?.schemas.find((schema) => schema.root === root);
  const isSame =
    before?.documents.length === members.length &&
    before.documents.every((document, index) => document === members[index]);
  return before !== undefined && isSame ? before : new PrismaSchema(root, members);
}

/** What is configured and there, the deepest folder first. */
function knownSchemas(
  configured: readonly ConfiguredSchema[],
  schemas: readonly PrismaSchema[],
): readonly ConfiguredSchema[] {
  const there = configured.filter(({ root }) => schemas.some((schema) => schema.root === root));
  return there.sort((a, b) => b.folder.length - a.folder.length);
}

function hasDatasource({ sections }: PrismaDocument): boolean {
  return sections.some(({ nodes }) => nodes[0]?.kind === 'prisma.datasource');
}

function isPrismaSettings(source: Source): boolean {
  const { role, language } = kindOfSource(source);
  return role === 'settings' && language === prisma && isPrismaConfig(source.uri);
}
