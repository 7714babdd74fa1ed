import { foldsOfPrisma } from '#core/ask/folding-range.ts';
import type { Navigation } from '#core/ask/navigation.ts';
import { prismaFileSymbols } from '#core/ask/prisma-file-symbols.ts';
import { prismaGroup } from '#core/ask/prisma-group.ts';
import { blockShape } from '#core/ask/prisma-shape.ts';
import { prismaSymbols } from '#core/ask/prisma-symbols.ts';
import { prismaThing } from '#core/ask/prisma-thing.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';

/** Prisma schemas. */
export const prismaNavigation: Navigation<PrismaDocument> = {
  kind: 'prisma',
  groupsOf: ({ schemas }, uri) => schemas.filter((schema) => schema.has(uri)).map(prismaGroup),
  sectionSymbols: prismaSymbols,
  symbolsOf: (document, _, inSection) => prismaFileSymbols(document, inSection),
  // biome-ignore lint/correctness/useYield: there is little to do
  *foldsOf(document) {
    return foldsOfPrisma(document);
  },
  thingAt: (_, { section, start }, offset) => prismaThing(section, start, offset),
  shapeOf: (_, section, target) => blockShape(section, target),
};
