import type { PrismaDialect, PrismaDocument, PrismaSection } from '#core/prisma/model.ts';

/** A Prisma file made of sections. Its whole text is put together only when somebody asks for it, unless it is known. */
export function prismaDocument(
  file: { readonly uri: string; readonly dialect: PrismaDialect; readonly text?: string },
  sections: readonly PrismaSection[],
  starts: readonly number[],
): PrismaDocument {
  const { uri, dialect } = file;
  let known = file.text;
  return {
    kind: 'prisma',
    uri,
    dialect,
    sections,
    starts,
    get text() {
      known ??= sections.map((section) => section.text).join('');
      return known;
    },
  };
}
