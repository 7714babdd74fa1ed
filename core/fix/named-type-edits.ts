import type { PrismaField, PrismaSection } from '#core/prisma/model.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Edit } from '#core/text/span.ts';

/**
 * True for edits of a Prisma file that would write over the name of a named type: what a rule has to say of that is to be changed where the
 * named type stands, for all fields that have it.
 */
export function changesNamedType(
  section: PrismaSection,
  edits: readonly Edit[],
  { schemas }: Pick<Workspace, 'schemas'>,
): boolean {
  if (section.dialect === 'prisma7') return false;
  const schema = schemas.find(({ documents }) => documents.some(({ sections }) => sections.includes(section)));
  const fields = schema?.seen(section).flatMap((node) => (node.kind === 'prisma.field' ? [node] : [])) ?? [];
  return fields.some((field) => edits.some((edit) => writesOver(edit, field)));
}

function writesOver({ span, newText }: Edit, { name, type, named, span: line }: PrismaField): boolean {
  const { start, end } = type.span;
  const isApart = span.end < start || span.start >= end || (span.end === start && span.start < start);
  if (named === undefined || isApart) return false;
  const words = newText.split(/[^\w.]+/);
  const isGone = span.start <= line.start && span.end >= line.end && !words.includes(name.value);
  return !isGone && !words.includes(named.name);
}
