import type { PrismaSection } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';

/** A fix that edits the text of one block of a Prisma schema. */
export function prismaFix(
  title: string,
  safety: Fix['safety'],
  section: PrismaSection,
  ...edits: readonly [Edit, ...Edit[]]
): Fix {
  return { title, safety, changes: [{ kind: 'text', section, edits }] };
}
