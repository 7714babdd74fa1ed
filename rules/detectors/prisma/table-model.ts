import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';

/**
 * True for a model that is a table Prisma keeps: no `view` block, no `@@ignore`, and no comment before it that calls it a
 * view, as schemas do that read a view through a model.
 */
export function isTable(model: PrismaModel): boolean {
  const known = tables.get(model);
  if (known !== undefined) return known;
  const isOne = readsAsTable(model);
  tables.set(model, isOne);
  return isOne;
}

/** All rules ask. */
const tables = new WeakMap<PrismaModel, boolean>();

function readsAsTable(model: PrismaModel): boolean {
  const { section, span } = model;
  const before = section.text.slice(0, span.start);
  const isCalledView = commentsSay(before, viewWords);
  return !model.isView && attributeOf(model, 'ignore') === undefined && !isCalledView;
}

const viewWords = /@view\b|\bmaterialized view\b|\bis a view\b|\bdatabase view\b/i;
