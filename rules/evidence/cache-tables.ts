import { evidenceCollector } from '#core/checklist/evidence.ts';
import { wordsOf } from '#core/text/casing.ts';

const cacheWords: ReadonlySet<string> = new Set(['cache', 'cached', 'session', 'sessions', 'token', 'tokens', 'ttl']);

/** Models and fields that look like the contents of a cache. */
export const cacheTables = evidenceCollector({
  id: 'cache-tables',
  noun: 'model',
  on: ['prisma.model'],
  *collect({ name, anchor, fields }) {
    const isCache = wordsOf(name.value).some((word) => cacheWords.has(word));
    const expiry = fields.find((field) => /^expires?_?(?:at|on)?$/i.test(field.name.value));
    if (!isCache && expiry === undefined) return;
    const told = expiry === undefined ? 'is named like a cache' : `has rows that expire: ${expiry.name.value}`;
    yield { span: anchor, text: `${name.value} ${told}` };
  },
});
