import type { PrismaEnum, PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Suppression } from '#core/suppress/suppression.ts';
import type { Span } from '#core/text/span.ts';

/** The word that begins a comment to prisma-lint. */
export const lintWord = 'prisma-lint-ignore-';

type Block = PrismaModel | PrismaEnum;

/**
 * What `/// prisma-lint-ignore-model`, `-enum` and `-field` silence. Of a model or enum that is, in a comment within it, all or one
 * rule, or one rule for the fields or values that are named; of a field all or some rules, in a comment before it. They need no reason, and nobody
 * is told of those without use: another reviewer may need them.
 */
export function lintSuppressions(section: PrismaSection): readonly Suppression[] {
  if (!section.text.includes(lintWord)) return [];
  const [block] = section.nodes;
  if (block?.kind !== 'prisma.model' && block?.kind !== 'prisma.enum') return [];
  const comments = [...section.text.matchAll(/^[ \t]*\/\/\/[ \t]*prisma-lint-ignore-(model|enum|field)\b([^\r\n]*)/gm)];
  return comments.flatMap((comment) => {
    const [all, kind = '', rest = ''] = comment;
    const span = { start: comment.index, end: comment.index + all.length };
    const words = rest.split(/[\s,]+/).filter((word) => word !== '');
    const isWithin = span.start >= block.body.start && span.end <= block.body.end;
    if (!isWithin) return [];
    const suppression = (target: Span, names: readonly string[]): Suppression => ({
      section,
      span,
      rules: [],
      reason: `Said to prisma-lint.`,
      target,
      foreign: names.length === 0 ? 'all' : names,
    });
    if (kind === 'field') {
      const field =
        block.kind === 'prisma.model' ? block.fields.find((each) => each.span.start >= span.end) : undefined;
      return field === undefined ? [] : targetsOf(field.name.value, block).map((target) => suppression(target, words));
    }
    const [rule, ...values] = words;
    if (values.length === 0 || rule === undefined) return [suppression(block.span, words)];
    return values.flatMap((value) => targetsOf(value, block)).map((target) => suppression(target, [rule]));
  });
}

/** The line of a field or value, and of the relation over that field; the name of the block where it has none of this name. */
function targetsOf(name: string, block: Block): readonly Span[] {
  if (block.kind === 'prisma.enum') {
    const value = block.values.find((each) => each.name.value === name);
    return [value?.span ?? block.name.span];
  }
  const field = block.fields.find((each) => each.name.value === name);
  if (field === undefined) return [block.name.span];
  const relations: readonly PrismaField[] = foreignKeysOf(block)
    .filter(({ fields }) => fields.some(({ value }) => value === name))
    .map((key) => key.field);
  return [field, ...relations].map(({ span }) => span);
}
