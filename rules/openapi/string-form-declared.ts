import type { Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { requestContents } from '#rules/checklist.ts';
import { type LimitDraft, type LimitFact, limitFact, withoutLimit } from '#rules/detectors/openapi/input-limits.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { limited } from '#rules/fixes/openapi/limited.ts';
import { jsonSchema, owasp } from '#rules/sources.ts';
import { freeTextWords } from '#rules/words/free-text.ts';
import { formatsByName, proseTexts, timeTexts } from '#rules/words/input-limits.ts';

export const stringFormDeclared = globalRule({
  id: 'openapi/string-form-declared',
  summary: 'Say which form strings in requests have.',
  why: 'A format, a pattern or a list of values lets a gateway refuse what cannot be right, before it gets into queries, commands and pages.',
  item: requestContents,
  references: [owasp(4), jsonSchema('7'), jsonSchema('6.3.3')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'An address; a text has no form',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        «email»:
          type: string
        note:
          type: string
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        email:
          type: string
          format: email
        note:
          type: string
`,
    },
  ],
  on: ['openapi.schema'],
  needs: ['usage'],
  having: ['type'],
  gather: (schema) => (soleType(schema) === 'string' && !isFreeText(schema) ? withoutLimit(schema, forms) : none),
  complete(draft, usages) {
    const fact = limitFact(draft, usages);
    return fact === undefined || isText(fact.name) ? undefined : fact;
  },
  *compare(facts) {
    for (const { section, value } of facts) yield { section, value: formless(value) };
  },
});

const none: readonly LimitDraft[] = [];
const forms = ['format', 'pattern', 'enum', 'const', 'contentEncoding', 'contentMediaType'];

function isFreeText({ name }: Schema): boolean {
  return name !== undefined && isText(name.value);
}

/** What people write has no form, and that times have one is told elsewhere. */
function isText(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  return proseTexts.has(last) || timeTexts.has(last) || freeTextWords.includes(last);
}

function formless(fact: LimitFact): Finding {
  const words = wordsOf(fact.name);
  const format = formatsByName.get(words.slice(-2).join(' ')) ?? formatsByName.get(words.at(-1) ?? '');
  return {
    span: fact.span,
    message: `Requests may hold any text in ${fact.place}: set \`format\`, \`pattern\` or \`enum\`.`,
    fixes: format === undefined ? [] : [limited(fact, `Say that ${fact.place} has the format “${format}”`, { format })],
    cause,
  };
}

const cause: Cause = {
  key: 'forms',
  message: (count) => `${count} strings in requests have no form: set \`format\`, \`pattern\` or \`enum\`.`,
  fixTitle: (count) => `Set the formats of ${count} strings`,
};
