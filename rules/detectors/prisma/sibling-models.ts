import { blockId } from '#core/prisma/block-name.ts';
import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { targetId } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { largest } from '#core/work/largest.ts';

/** Enough to see how a schema is written, few enough to be looked at for each of its models. */
const mostSiblings = 24;

/** Models that show how a schema is written, nearest first: the model itself, those its relations lead to, others by name. */
export function siblingModels(model: PrismaModel, scope: Scope): readonly PrismaModel[] {
  const related = model.fields.filter(({ type }) => !isScalarType(type.value)).map((field) => targetId(field, scope));
  const names = new Set([...related, ...scope.names('prisma.model')]);
  const siblings = [model];
  for (const name of names) {
    if (siblings.length === mostSiblings) break;
    const sibling = name === blockId(model) ? undefined : scope.find('prisma.model', name);
    if (sibling !== undefined && !sibling.isView) siblings.push(sibling);
  }
  return siblings;
}

/** What most of the items say; of those said equally often the first. Undefined without items. */
export function mostCommon<T>(items: readonly T[], keyOf: (item: T) => string): T | undefined {
  const counts = new Map<string, number>();
  const keys = items.map(keyOf);
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = largest(0, counts.values());
  return items[keys.findIndex((key) => counts.get(key) === most)];
}
