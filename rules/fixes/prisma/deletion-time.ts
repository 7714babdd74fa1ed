import { insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { lastColumn } from '#rules/detectors/prisma/model-columns.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { creationTimeOf, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import type { PrismaEdits } from '#rules/fixes/prisma/lookup-key.ts';
import { rowTimeLine } from '#rules/fixes/prisma/row-time.ts';

/** Adds a time of deletion behind the other times of the row; undefined where the schema's word for it is not known. */
export function deletionTimeEdits(model: PrismaModel, scope: Scope): PrismaEdits | undefined {
  const line = rowTimeLine('deletedAt', siblingModels(model, scope));
  const after = updateTimeOf(model) ?? creationTimeOf(model) ?? lastColumn(model, scope);
  return (
    line && {
      title: `Add \`${line.name}\` to ${model.name.value}, empty in the rows that are there`,
      edits: insertFieldsEdits(model, [line], after?.name.value),
    }
  );
}
