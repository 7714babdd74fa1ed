import type { GatheredSources } from '#cli/gather-sources.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import { schemaFor } from '#core/project/visit-nodes.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { sourceKindOf } from '#core/source.ts';

/** Tells of the uri of a description whether it is compared with one of the Prisma schemas gathered. Reads no description. */
export function comparedWithPrisma(
  { sources, folders, unread }: GatheredSources,
  rulebook: Rulebook,
): (rootUri: string) => boolean {
  if (!sources.some(({ uri }) => sourceKindOf(uri) === 'prisma')) return () => false;
  const others = sources.filter(({ uri }) => sourceKindOf(uri) !== 'tree');
  const settings = { folders, preset: 'recommended', unread };
  const workspace = openWorkspace(others, rulebook, settings);
  return (rootUri) => schemaFor(rootUri, workspace, settings) !== undefined;
}
