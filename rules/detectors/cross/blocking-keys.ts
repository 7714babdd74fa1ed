import { blockId } from '#core/prisma/block-name.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { leadsTo, targetId } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { joinColumnsOf } from '#rules/detectors/prisma/join-model.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { isNamedPart } from '#rules/detectors/prisma/part-model.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';

/** A foreign key for the sake of which the database refuses to delete a row it refers to. */
export interface BlockingKey {
  /** The model that holds the key. */
  readonly model: PrismaModel;
  readonly key: ForeignKey;
}

/**
 * The keys of other models that keep rows of this one from being deleted: `onDelete` says so, or, where it says nothing, the key is
 * required. What is a part of the row, joins it to others, or logs what became of it, whoever deletes the row deletes first: there
 * only what is written counts.
 */
export function blockingKeys(model: PrismaModel, scope: Scope): readonly BlockingKey[] {
  const holders = new Set(model.fields.map((field) => targetId(field, scope)));
  return [...holders].flatMap((name) => {
    const holder = scope.find('prisma.model', name);
    if (holder === undefined || name === blockId(model) || !isTable(holder)) return [];
    return foreignKeysOf(holder)
      .filter((key) => leadsTo(key.field, model, scope) && blocks(key, holder, scope))
      .map((key) => ({ model: holder, key }));
  });
}

function blocks(key: ForeignKey, holder: PrismaModel, scope: Scope): boolean {
  if (key.onDelete !== undefined) return key.onDelete.value === 'Restrict' || key.onDelete.value === 'NoAction';
  const isRequired = key.fields.every(({ value }) => fieldOf(holder, value)?.isOptional === false);
  return isRequired && !key.field.isOptional && !goesAlong(holder, scope);
}

function goesAlong(holder: PrismaModel, scope: Scope): boolean {
  const isKept = deletionTimeOf(holder) ?? deletionFlagOf(holder);
  return (
    isKept !== undefined || isNamedPart(holder) || isLogModel(holder) || joinColumnsOf(holder, scope) !== undefined
  );
}
