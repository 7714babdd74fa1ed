import type { PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import type { ForeignKey } from '#core/prisma/relation.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

/** The word by which a deletion is refused while rows refer to what is deleted: SQL Server has no `Restrict`. */
export function refusal(provider: Provider | undefined): 'Restrict' | 'NoAction' {
  return provider === 'sqlserver' ? 'NoAction' : 'Restrict';
}

/** Says instead of what stands there that a deletion is refused. Undefined where nothing is said. */
export function refuseDeletion(key: ForeignKey, model: PrismaModel, scope: Scope): Fix | undefined {
  if (key.onDelete === undefined) return undefined;
  const action = refusal(providerOf(scope.roots('prisma.datasource')));
  const { type } = key.field;
  return prismaFix(
    `Set \`onDelete: ${action}\` on \`${model.name.value}.${key.field.name.value}\` (rows of ${type.value} in use cannot be deleted then)`,
    'review',
    model.section,
    { span: key.onDelete.span, newText: action },
  );
}

/** Keeps the rows without their owner, where they can be: the foreign key becomes NULL. */
export function keepWithoutOwner(key: ForeignKey, model: PrismaModel): Fix | undefined {
  const { field, fields, onDelete } = key;
  const columns = new Set(fields.map(({ value }) => value));
  const areOptional = model.fields.every(({ name, isOptional }) => isOptional || !columns.has(name.value));
  if (onDelete === undefined || !field.isOptional || !areOptional) return undefined;
  return prismaFix(
    `Keep the rows of ${model.name.value} when their ${field.type.value} is deleted: \`onDelete: SetNull\``,
    'review',
    model.section,
    { span: onDelete.span, newText: 'SetNull' },
  );
}
