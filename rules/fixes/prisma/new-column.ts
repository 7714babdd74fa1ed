import { insertFieldsEdits } from '#core/prisma/edit.ts';
import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { toSnakeCase } from '#core/text/casing.ts';
import type { Edit } from '#core/text/span.ts';
import { fieldStyle, styledName } from '#rules/detectors/prisma/field-style.ts';
import { isInOtherLanguage } from '#rules/detectors/prisma/schema-language.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { isCreationName, isUpdateName } from '#rules/detectors/prisma/time-field.ts';

/** A column that a fix adds, in the style of the schema. */
export interface NewColumn {
  readonly name: string;
  readonly edits: readonly [Edit, ...Edit[]];
}

/**
 * Adds a column behind those there are and before the times of the row; `words` is its name, `type` with `?` where it may be empty.
 * Undefined in a schema in another language.
 */
export function newColumn(
  model: PrismaModel,
  words: readonly string[],
  { type, attributes }: { readonly type: string; readonly attributes: readonly string[] },
  scope: Scope,
): NewColumn | undefined {
  const siblings = siblingModels(model, scope);
  if (isInOtherLanguage(siblings)) return undefined;
  const style = fieldStyle(siblings);
  const name = styledName(words, style);
  const column = toSnakeCase(name);
  const map = style.isMapped && column !== name ? [`@map("${column}")`] : [];
  const line = { name, type, attributes: [...attributes, ...map].join(' ') };
  return { name, edits: insertFieldsEdits(model, [line], placeFor(model)?.name.value) };
}

/** The last plain column: no time of the row, no foreign key, no relation. */
function placeFor(model: PrismaModel): PrismaField | undefined {
  const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
  return model.fields.findLast(
    (field) => isScalarType(field.type.value) && !isRowTime(field) && !foreign.has(field.name.value),
  );
}

function isRowTime(field: PrismaField): boolean {
  const { name, type } = field;
  return type.value === 'DateTime' && (isCreationName(name.value) || isUpdateName(name.value) || isDeletionTime(field));
}
