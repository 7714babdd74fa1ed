import type { PrismaDialect } from '#core/prisma/model.ts';

const directive = /^\uFEFF?[ \t]*\/\/+[ \t]*use[ \t]+prisma-(?:8|next)\b/;

/** Prisma 8 says so on its first line (`// use prisma-8`, once `prisma-next`) or by the file name `contract.prisma`. */
export function detectDialect({ uri, text }: { readonly uri: string; readonly text: string }): PrismaDialect {
  const fileName = uri.slice(uri.lastIndexOf('/') + 1);
  return fileName === 'contract.prisma' || directive.test(text) ? 'prisma8' : 'prisma7';
}
