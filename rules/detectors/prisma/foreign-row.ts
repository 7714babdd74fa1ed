import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
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

/** True for an id that nobody here gives out, and that is no foreign key: `cus_…` of a payment provider. */
export function isGivenId(model: PrismaModel): boolean {
  const id = model.fields.find((field) => attributeOf(field, 'id') !== undefined);
  if (id === undefined || defaultOf(id) !== undefined || attributeOf(id, 'default') !== undefined) return false;
  const isForeign = foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === id.name.value));
  return !isForeign && (id.type.value === 'String' || (id.type.value === 'BigInt' && id.name.value !== 'id'));
}
