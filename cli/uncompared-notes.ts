import { ConfiguredFolders } from '#cli/configured-folders.ts';
import type { GatheredSources } from '#cli/gather-sources.ts';
import type { Places } from '#cli/places.ts';
import { schemaNearby } from '#cli/schema-nearby.ts';
import { type ActiveRule, activeRules } from '#core/config/config.ts';
import { prisma } from '#core/prisma/language.ts';
import type { Review } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { type SourceKind, sourceKindOf } from '#core/source-kind.ts';
import { printable } from '#core/text/printable.ts';

/** So many descriptions are looked at, and so many of them named. */
const descriptionsAtMost = 20;
const namedAtMost = 3;

/** What is reported of a review, and under which rules. */
export interface Compared {
  readonly rulebook: Rulebook;
  /** The ids of the rules whose findings are shown; undefined: of all. */
  readonly shownRules: ReadonlySet<string> | undefined;
  readonly places: Places;
}

/**
 * Where no Prisma schema is among what is reviewed: which one was not compared with which descriptions. Without a word,
 * what a comparison finds would seem not to be there. Nothing is said where no rule that is on compares.
 */
export async function uncomparedNotes(
  gathered: GatheredSources,
  { files }: Pick<Review, 'files'>,
  { rulebook, shownRules, places }: Compared,
): Promise<readonly string[]> {
  const isSchema = ({ role, language }: SourceKind) => role === 'text' && language === prisma;
  if (gathered.sources.some(({ uri }) => isSchema(sourceKindOf(uri)))) return [];
  const folders = new ConfiguredFolders(gathered, rulebook);
  const compares = ({ rule }: ActiveRule) =>
    rule.needs.some((need) => need === 'database') && (shownRules?.has(rule.id) ?? true);
  const isCompared = (uri: string) => activeRules(folders.configFor(uri), 'recommended', rulebook).some(compares);
  const roots = [...files.values()].filter(({ role, uri }) => role === 'openapi-root' && isCompared(uri));
  const bySchema = new Map<string, string[]>();
  for (const { uri } of roots.slice(0, descriptionsAtMost)) {
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
