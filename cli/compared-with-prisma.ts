import type { GatheredSources } from '#cli/gather-sources.ts';
import { prisma } from '#core/prisma/language.ts';
import { schemaFor } from '#core/project/nearest-schema.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';

/** Tells of the uri of a description whether it is compared with one of the Prisma schemas gathered. Reads no description. */
export function comparedWithPrisma(
  { sources, folders, unread }: GatheredSources,
  rulebook: Rulebook,
): (rootUri: string) => boolean {
  const isSchema = ({ uri }: Source): boolean => sourceKindOf(uri).language === prisma;
  if (!sources.some((source) => isSchema(source) && sourceKindOf(source.uri).role === 'text')) return () => false;
  const others = sources.filter((source) => isSchema(source) || sourceKindOf(source.uri).role === 'config');
  const settings = { folders, preset: 'recommended', unread };
  const workspace = openWorkspace(others, rulebook, settings);
  return (rootUri) => schemaFor(rootUri, workspace, settings) !== undefined;
}
