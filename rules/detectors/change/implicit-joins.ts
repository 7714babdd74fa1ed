import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { relationFields, relationOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';

/** A relation of many to many whose table Prisma makes itself. */
export interface ImplicitJoin {
  /** `_CategoryToPost`, or the name of the relation behind a dash. */
  readonly table: string;
  readonly field: PrismaField;
  readonly target: PrismaModel;
  /** The list that leads back. */
  readonly back: PrismaField;
}

/** Those of a model, in the order of its fields. */
export function implicitJoins(model: PrismaModel, scope: Pick<Scope, 'find'>): readonly ImplicitJoin[] {
  const joins = model.fields.flatMap((field): readonly ImplicitJoin[] => {
    const target = field.isList ? modelOf(field, scope) : undefined;
    if (target === undefined || isKeyed(field)) return [];
    const name = relationOf(field)?.name?.value;
    const back = relationFields(target, model, name, scope).find((each) => each.isList && each !== field);
    if (back === undefined || isKeyed(back)) return [];
    const usual = [model.name.value, target.name.value].sort().join('To');
    return [{ table: `_${name ?? usual}`, field, target, back }];
  });
  return joins.filter(({ table }, place) => joins.findIndex((each) => each.table === table) === place);
}

function isKeyed(field: PrismaField): boolean {
  return (relationOf(field)?.fields.length ?? 0) > 0;
}
