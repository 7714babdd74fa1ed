import type { GatheredSources } from '#cli/gather-sources.ts';
import type { Places } from '#cli/places.ts';
import { schemaNearby } from '#cli/schema-nearby.ts';
import { prisma } from '#core/prisma/language.ts';
import type { Review } from '#core/review.ts';
import { type SourceKind, sourceKindOf } from '#core/source-kind.ts';
import { printable } from '#core/text/printable.ts';

/** So many descriptions are looked at, and so many of them named. */
const descriptionsAtMost = 20;
const namedAtMost = 3;

/**
 * Where no Prisma schema is among what is reviewed: which one was not compared with which descriptions. Without a word,
 * what a comparison finds would seem not to be there.
 */
export async function uncomparedNotes(
  { sources, folders }: GatheredSources,
  { files }: Pick<Review, 'files'>,
  places: Places,
): Promise<readonly string[]> {
  const isSchema = ({ role, language }: SourceKind) => role === 'text' && language === prisma;
  if (sources.some(({ uri }) => isSchema(sourceKindOf(uri)))) return [];
  const roots = [...files.values()].filter(({ role }) => role === 'openapi-root').slice(0, descriptionsAtMost);
  const bySchema = new Map<string, string[]>();
  for (const { uri } of roots) {
    const schema = await schemaNearby(uri, folders);
    if (schema !== undefined) bySchema.set(schema, [...(bySchema.get(schema) ?? []), uri]);
  }
  return [...bySchema].map(([schema, uris]) => noteText(uris, schema, places));
}

function noteText(uris: readonly string[], schema: string, places: Places): string {
  const names = uris.slice(0, namedAtMost).map((uri) => printable(places.pathOf(uri)));
  const more = uris.length > names.length ? ` and ${uris.length - names.length} more` : '';
  const path = printable(places.pathOf(schema));
  return `${names.join(', ')}${more}: not compared with ${path}, which was not named. Name it, too, to have ${uris.length === 1 ? 'it' : 'them'} compared.`;
}
