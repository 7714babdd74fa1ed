import { attributeOf } from '#core/prisma/attribute.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { mappedName } from '#core/prisma/field.ts';
import { tableName } from '#core/prisma/migration/read-table.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { BaseScope, Scope } from '#core/rule.ts';
import { foundOnce, unnoted } from '#core/work/note-read.ts';
import { isOtherDatabase } from '#rules/detectors/change/other-database.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';

/** How a model is known to be what another was. */
export type Likeness =
  /** Its table has the same name. */
  | 'table'
  /** It has the same name, and another table. */
  | 'name'
  /** It has mostly the same columns, and neither name is there on the other side. */
  | 'columns';

export interface FormerModel {
  readonly model: PrismaModel;
  readonly likeness: Likeness;
}

/** What a model was; undefined for a new one, for views, which migrations leave alone, and in another database. */
export function formerModel(model: PrismaModel, scope: BaseScope): FormerModel | undefined {
  return foundOnce(formerModel, model, () =>
    isKept(model) && !isOtherDatabase(scope) ? findFormer(model, scope) : undefined,
  );
}

function findFormer(model: PrismaModel, scope: BaseScope): FormerModel | undefined {
  const { base } = scope;
  const named = base.find('prisma.model', blockId(model));
  const table = tableName(model);
  if (named !== undefined && tableName(named) === table) return { model: named, likeness: 'table' };
  const all = base.roots('prisma.model').filter(isKept);
  const same = all.find((each) => tableName(each) === table);
  if (same !== undefined) return { model: same, likeness: 'table' };
  if (named !== undefined) return isKept(named) ? { model: named, likeness: 'name' } : undefined;
  const gone = all.filter((each) => !isIgnored(each) && scope.find('prisma.model', blockId(each)) === undefined);
  const alike = gone.filter((each) => isAlike(model, each, scope));
  const [only] = alike;
  return only === undefined || alike.length > 1 ? undefined : { model: only, likeness: 'columns' };
}

/** The name of the table. */
export function tableOf(model: PrismaModel): string {
  return mappedName(model)?.value ?? model.name.value;
}

/** The name of the column. */
export function columnNameOf(field: PrismaField): string {
  return mappedName(field)?.value ?? field.name.value;
}

/** False for views. What `@@ignore` takes from the client is migrated like all else. */
export function isKept(model: PrismaModel): boolean {
  return !model.isView;
}

/** True where the client has no part in it. */
export function isIgnored(model: PrismaModel): boolean {
  return attributeOf(model, 'ignore') !== undefined;
}

/** So many of the columns have to be the same, in name and type, of either model. */
const likeShare = 0.7;

function isAlike(model: PrismaModel, former: PrismaModel, scope: BaseScope): boolean {
  const [now, then] = [columnTypes(model, scope), unnoted(() => columnTypes(former, scope.base))];
  const shared = now.filter((column) => then.includes(column)).length;
  return shared >= 2 && shared >= likeShare * Math.max(now.length, then.length);
}

function columnTypes(model: PrismaModel, scope: Scope): readonly string[] {
  return (columnsOf(model, scope)?.columns ?? []).map((field) => `${columnNameOf(field)} ${field.type.value}`);
}
