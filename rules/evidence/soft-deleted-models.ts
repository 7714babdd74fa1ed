import { evidenceCollector } from '#core/checklist/evidence.ts';
import { foldedName } from '#core/text/casing.ts';

const deletionNames: ReadonlySet<string> = new Set([
  'deletedat',
  'isdeleted',
  'deleted',
  'deletedon',
  'archivedat',
  'purgedat',
]);

/** Models whose rows are marked as deleted instead of removed. */
export const softDeletedModels = evidenceCollector({
  id: 'soft-deleted-models',
  noun: 'column',
  on: ['prisma.model'],
  *collect({ name, fields }) {
    for (const field of fields) {
      if (!deletionNames.has(foldedName(field.name.value))) continue;
      yield { span: field.anchor, text: `${name.value} keeps deleted rows: ${field.name.value}` };
    }
  },
});
