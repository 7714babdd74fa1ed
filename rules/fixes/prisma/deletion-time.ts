import { insertFieldsEdits } from '#core/prisma/edit.ts';
import type { Fix } from '#core/rule.ts';
import { lastColumn } from '#rules/detectors/prisma/model-columns.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { creationTimeOf, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { lateModelFix } from '#rules/fixes/prisma/late-model-fix.ts';
import { rowTimeLine } from '#rules/fixes/prisma/row-time.ts';

/** Adds a time of deletion behind the other times of the row; nothing where the schema's word for it is not known. */
export function deletionTimeFix(uri: string, name: string): Fix {
  const title = `Add a time of deletion to ${name}, empty in the rows that are there`;
  return lateModelFix(title, uri, name, (model, scope) => {
    const line = rowTimeLine('deletedAt', siblingModels(model, scope));
    const after = updateTimeOf(model) ?? creationTimeOf(model) ?? lastColumn(model, scope);
    return line && insertFieldsEdits(model, [line], after?.name.value);
  });
}
