import { insertFieldAttributeEdit, removeBlockAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { addUnique } from '#rules/fixes/prisma/add-unique.ts';

/** Edits of one block, as plain data. */
export interface PrismaEdits {
  readonly title: string;
  readonly edits: readonly [Edit, ...Edit[]];
}

/**
 * Makes a column unique, within what its rows belong to where there is such a thing. Undefined for soft-deleted rows, whose values
 * another row may take.
 */
export function lookupKeyEdits(
  field: PrismaField,
  owners: readonly string[],
  model: PrismaModel,
  scope: Scope,
): PrismaEdits | undefined {
  if (deletionTimeOf(model) !== undefined || deletionFlagOf(model) !== undefined) return undefined;
  const name = field.name.value;
  if (owners.length > 0) return blockKey([...owners, name], model, scope);
  const useless = indexesOf(model).filter((index) => isOnlyOver(index, name));
  return {
    title: `Make \`${model.name.value}.${name}\` unique (the migration fails while one is there twice)`,
    edits: [
      insertFieldAttributeEdit(field, '@unique'),
      ...useless.map(({ attribute }) => removeBlockAttributeEdit(attribute, model)),
    ],
  };
}

function blockKey(columns: readonly string[], model: PrismaModel, scope: Scope): PrismaEdits | undefined {
  const fix = addUnique(model, columns, siblingModels(model, scope));
  const changes = fix === undefined || 'make' in fix.changes ? [] : fix.changes;
  const [change] = changes;
  return fix && change?.kind === 'text' ? { title: fix.title, edits: change.edits } : undefined;
}

/** An index that the unique one makes useless. */
function isOnlyOver({ kind, fields, attribute }: ModelIndex, name: string): boolean {
  return kind === 'index' && attribute.args.length === 1 && fields.length === 1 && fields[0]?.value === name;
}
