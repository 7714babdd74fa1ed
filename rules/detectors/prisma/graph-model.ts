import type { PrismaModel } from '#core/prisma/model.ts';
import { leadsToItself } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { wordsOf } from '#core/text/casing.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** The model whose rows an edge joins, both of them required; undefined for friends and followers, which are followed one step. */
export function edgeBetween(model: PrismaModel): string | undefined {
  const last = wordsOf(model.name.value).at(-1) ?? '';
  if (!edgeWords.has(last)) return undefined;
  const targets = foreignKeysOf(model)
    .filter(({ field }) => !field.isOptional && !leadsToItself(field, model))
    .map(({ field }) => field.type.value);
  return targets.find((target, place) => targets.indexOf(target) !== place);
}

const edgeWords = wordSet(
  'edge edges link links arc arcs connection connections relation relations relationship relationships dependency dependencies',
);

/** How many many-to-many relations lead from the model to itself: each has two lists. */
export function manyToItself(model: PrismaModel): number {
  const keys = foreignKeysOf(model).filter(({ field }) => leadsToItself(field, model));
  const lists = model.fields.filter((field) => field.isList && leadsToItself(field, model));
  return Math.floor((lists.length - keys.length) / 2);
}
