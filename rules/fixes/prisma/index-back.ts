import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import type { LostIndex } from '#rules/detectors/change/lost-indexes.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

/** Writes an index that is gone as it was; none where one of its fields has another name now. */
export function indexBack({ index, fields }: LostIndex, former: PrismaModel, model: PrismaModel): readonly Fix[] {
  if (index.fields.some(({ value }, place) => value !== fields[place])) return [];
  const { span } = index.attribute;
  const text = former.section.text.slice(span.start, span.end);
  const title = `Bring the index on ${fields.map((name) => `\`${name}\``).join(', ')} back`;
  return [prismaFix(title, 'review', model.section, insertBlockAttributeEdit(model, text))];
}
