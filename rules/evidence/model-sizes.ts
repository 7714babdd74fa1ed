import { evidenceCollector } from '#core/checklist/evidence.ts';

const manyFields = 20;

/** Models with many fields, and JSON fields: the places where a fact is most easily stored twice. */
export const modelSizes = evidenceCollector({
  id: 'model-sizes',
  noun: 'place',
  on: ['prisma.model'],
  *collect({ isView, name, fields, anchor }) {
    if (isView) return;
    if (fields.length >= manyFields) yield { span: anchor, text: `${name.value} has ${fields.length} fields` };
    for (const field of fields) {
      if (field.type.value !== 'Json') continue;
      yield { span: field.anchor, text: `${name.value}.${field.name.value} holds JSON` };
    }
  },
});
