import { schemaSummary } from '#server/features/shown-schema.ts';
import type { Folders, Overviews, Texts } from '#server/inputs.ts';
import type { SchemaSummary } from '#server/protocol.ts';

/** The Prisma schemas of the workspace by their titles, once all files have been reviewed; `null` while reviewing is off. */
export async function dataModels(
  session: Overviews & Pick<Texts, 'documents'> & Folders,
): Promise<readonly SchemaSummary[] | null> {
  const review = await session.complete();
  if (review === undefined) return null;
  const { services } = await session.overview(review);
  const schemas = new Map(services.flatMap(({ schema }) => (schema === undefined ? [] : [[schema.root, schema.uris]])));
  return [...schemas]
    .map(([root, uris]) => schemaSummary(session, root, uris))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}
