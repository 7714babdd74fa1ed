import { evidenceCollector } from '#core/checklist/evidence.ts';
import { wordsOf } from '#core/text/casing.ts';

const tenantWords: ReadonlySet<string> = new Set(['tenant', 'organization', 'organisation', 'workspace', 'account']);

/** Fields that say which tenant a row belongs to. */
export const tenantFields = evidenceCollector({
  id: 'tenant-fields',
  noun: 'column',
  on: ['prisma.model'],
  *collect(model) {
    for (const field of model.fields) {
      const words = wordsOf(field.name.value);
      if (words.at(-1) !== 'id' || !tenantWords.has(words.at(-2) ?? '')) continue;
      yield { span: field.anchor, text: `${model.name.value}.${field.name.value} names a tenant` };
    }
  },
});
