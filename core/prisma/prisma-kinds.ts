import type { NodeKind } from '#core/node.ts';
import type { PrismaNode } from '#core/prisma/model.ts';

const prismaKinds: { readonly [K in PrismaNode['kind']]: K } = {
  'prisma.model': 'prisma.model',
  'prisma.field': 'prisma.field',
  'prisma.enum': 'prisma.enum',
  'prisma.type': 'prisma.type',
  'prisma.named-type': 'prisma.named-type',
  'prisma.extension-block': 'prisma.extension-block',
  'prisma.datasource': 'prisma.datasource',
  'prisma.generator': 'prisma.generator',
};

const known: ReadonlySet<NodeKind> = new Set(Object.values(prismaKinds));

/** True for the kinds of things in a Prisma schema. */
export function isPrismaKind(kind: NodeKind): boolean {
  return known.has(kind);
}
