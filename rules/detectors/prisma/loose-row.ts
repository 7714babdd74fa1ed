import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';

/** True for a wide row of which nothing but its key is required: it holds what another program sends, as far as it sends it. */
export function isLooseRow(model: PrismaModel): boolean {
  const keys = new Set(
    indexesOf(model).flatMap(({ kind, fields }) => (kind === 'index' ? [] : fields.map(({ value }) => value))),
  );
  // A time that is set by itself may be our own.
  const others = model.fields.filter(({ name, attributes }) => !keys.has(name.value) && attributes.length === 0);
  return others.length >= wide && others.every(({ isOptional }) => isOptional);
}

const wide = 20;
