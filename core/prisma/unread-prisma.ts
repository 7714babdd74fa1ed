import type { PrismaDocument } from '#core/prisma/model.ts';
import { prismaDocument } from '#core/prisma/prisma-document.ts';
import { sectionMark } from '#core/text/section.ts';
import { failureProblem } from '#core/work/failure.ts';

/** A file that cannot even be cut, owing to a mistake of ours: one section that says so. */
export function unreadPrisma(file: Pick<PrismaDocument, 'uri' | 'text'>, error: unknown): PrismaDocument {
  const { uri, text } = file;
  const dialect = 'prisma7';
  const problems = [failureProblem(error)];
  const section = {
    [sectionMark]: true,
    kind: 'prisma',
    id: `${uri}#end`,
    uri,
    dialect,
    text,
    namespace: undefined,
    types: undefined,
    nodes: [],
    problems,
  } as const;
  return prismaDocument({ uri, dialect, text }, [section], [0]);
}
