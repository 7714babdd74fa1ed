import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isCopyOfForeign } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { isMirror } from '#rules/detectors/prisma/mirror-model.ts';
import { foreignSystems } from '#rules/words/foreign-systems.ts';

/** Words of models that hold what came in as it came. */
const rawWords: ReadonlySet<string> = new Set(
  'raw ingest ingested ingestion staging landing dump import imports imported feed payload payloads scrape scraped crawl crawled mirror legacy'.split(
    ' ',
  ),
);

/** True for rows that another system wrote, as it wrote them: their types are that system's. */
export function isForeignRow(model: PrismaModel): boolean {
  const words = wordsOf(model.name.value);
  return (
    words.some((word) => rawWords.has(word) || foreignSystems.includes(word)) ||
    isMirror(model) ||
    isCopyOfForeign(model)
  );
}

/** True for a text as id that nobody here gives out: `cus_…` of a payment provider. */
export function isGivenId({ fields }: PrismaModel): boolean {
  const id = fields.find((field) => attributeOf(field, 'id') !== undefined);
  return id?.type.value === 'String' && defaultOf(id) === undefined && attributeOf(id, 'default') === undefined;
}
