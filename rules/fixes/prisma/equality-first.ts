import { argumentOf, listValue } from '#core/prisma/attribute.ts';
import { type IndexField, indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import { columnsOfIndex, indexInWords } from '#rules/detectors/prisma/index-columns.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

/** The index with these columns first; undefined where another one begins like that already. */
export function equalityFirst(index: ModelIndex, first: readonly IndexField[], model: PrismaModel): Fix | undefined {
  const list = (argumentOf(index.attribute, 'fields') ?? argumentOf(index.attribute, 0))?.value;
  const items = listValue(list);
  if (list?.kind !== 'list' || items.length !== index.fields.length) return undefined;
  const places = index.fields.map((_, place) => place);
  const isFirst = (place: number): boolean => first.some((field) => field === index.fields[place]);
  const order = [...places.filter(isFirst), ...places.filter((place) => !isFirst(place))];
  const texts = order.map((place) => {
    const { start = 0, end = 0 } = items[place]?.span ?? {};
    return model.section.text.slice(start, end);
  });
  const names = order.map((place) => index.fields[place]?.value ?? '');
  if (indexesOf(model).some((other) => other !== index && isBeginning(columnsOfIndex(other), names))) return undefined;
  return prismaFix(
    `Turn \`${indexInWords(index)}\` of ${model.name.value} into \`@@index([${names.join(', ')}])\``,
    'review',
    model.section,
    { span: list.span, newText: `[${texts.join(', ')}]` },
  );
}

/** True where one of two lists of columns begins with the other: one of the indexes would be of no use. */
function isBeginning(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).join() === other.slice(0, length).join();
}
