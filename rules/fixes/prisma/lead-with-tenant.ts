import { argumentOf } from '#core/prisma/attribute.ts';
import { insertBlockAttributeEdit, removeBlockAttributeEdit, removeFieldAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { columnsOfIndex, isPlainIndex } from '#rules/detectors/prisma/index-columns.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';

/**
 * Puts the tenant's column before those of a key or index; an index over that column alone, which is of no use then, goes. No edits
 * where another key begins like that already, or the list cannot be written anew.
 */
export function leadWithTenant(index: ModelIndex, tenant: string, model: PrismaModel, scope: Scope): readonly Edit[] {
  const columns = [tenant, ...columnsOfIndex(index).filter((name) => name !== tenant)];
  const others = indexesOf(model).filter((other) => other !== index);
  const alone = others.find((other) => isPlainIndex(other) && columnsOfIndex(other).join() === tenant);
  if (others.some((other) => other !== alone && isBeginning(columnsOfIndex(other), columns))) return [];
  if (index.fieldLevel) return atBlock(index, columns, alone, model, scope);
  const list = (argumentOf(index.attribute, 'fields') ?? argumentOf(index.attribute, 0))?.value;
  const first = list?.kind === 'list' ? list.items[0] : undefined;
  if (first === undefined || columns.length === index.fields.length) return [];
  const { start } = first.span;
  const edit = { span: { start, end: start }, newText: `${tenant}, ` };
  return alone === undefined ? [edit] : [edit, removeBlockAttributeEdit(alone.attribute, model)];
}

/** The attribute of a field becomes one of the block. */
function atBlock(
  index: ModelIndex,
  columns: readonly string[],
  alone: ModelIndex | undefined,
  model: PrismaModel,
  scope: Scope,
): readonly Edit[] {
  const field = fieldOf(model, index.fields[0]?.value ?? '');
  if (field === undefined || index.kind !== 'unique') return [];
  const attribute = indexText('unique', model, columns, siblingModels(model, scope));
  const added =
    alone === undefined
      ? insertBlockAttributeEdit(model, attribute)
      : { span: alone.attribute.span, newText: attribute };
  return [removeFieldAttributeEdit(field, index.attribute), added];
}

function isBeginning(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  return length > 0 && one.slice(0, length).join() === other.slice(0, length).join();
}
