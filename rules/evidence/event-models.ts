import { evidenceCollector } from '#core/checklist/evidence.ts';
import { wordsOf } from '#core/text/casing.ts';

const eventWords: ReadonlySet<string> = new Set(['event', 'events', 'outbox', 'inbox', 'message', 'job', 'queue']);

/** Models that look like an outbox, an inbox or a record of processed events. */
export const eventModels = evidenceCollector({
  id: 'event-models',
  noun: 'model',
  on: ['prisma.model'],
  *collect({ name, anchor, fields, attributes }) {
    const words = wordsOf(name.value);
    if (!eventWords.has(words.at(-1) ?? '') && !words.some((word) => word === 'outbox' || word === 'inbox')) return;
    const isUnique =
      attributes.some((attribute) => attribute.name.value === 'unique') ||
      fields.some((field) => field.attributes.some((attribute) => attribute.name.value === 'unique'));
    const told = isUnique ? 'has a unique key beside its id' : 'has no unique key beside its id';
    yield { span: anchor, text: `${name.value} ${told}` };
  },
});
