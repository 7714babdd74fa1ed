import { blockId } from '#core/prisma/block-name.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { targetId } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Keyed, Scope } from '#core/rule.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';

/** A relation by which the deletion of a row spreads: a step from the model that is deleted to the one that goes with it. */
export interface CascadeFact extends Keyed {
  readonly kind: 'cascade';
  /** A fix is made in it. */
  readonly section: PrismaSection;
  readonly from: string;
  readonly to: string;
  /** `Post.author` */
  readonly relation: string;
  /** No row can be without it. */
  readonly isRequired: boolean;
}

/** The cascades of a model, of which SQL Server and MongoDB are asked by Prisma itself. The place is that of the word `Cascade`. */
export function cascadesOf(model: PrismaModel, scope: Scope): readonly CascadeFact[] {
  if (!isTable(model)) return [];
  const provider = providerOf(scope.roots('prisma.datasource'));
  if (provider === 'sqlserver' || provider === 'mongodb') return [];
  return foreignKeysOf(model).flatMap(({ field, fields, onDelete }): readonly CascadeFact[] =>
    onDelete?.value !== 'Cascade'
      ? []
      : [
          {
            key: 'cascades',
            kind: 'cascade',
            section: model.section,
            span: onDelete.span,
            from: targetId(field, scope),
            to: blockId(model),
            relation: `${model.name.value}.${field.name.value}`,
            isRequired: fields.every(({ value }) => fieldOf(model, value)?.isOptional === false),
          },
        ],
  );
}
