import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';

/** A schema of these files, by name. */
export function schemaOf(files: { readonly [name: string]: string }): PrismaSchema {
  const documents = Object.entries(files).map(([name, text]) => cutPrisma({ uri: `file:///w/${name}`, text }));
  return new PrismaSchema('file:///w', documents);
}
