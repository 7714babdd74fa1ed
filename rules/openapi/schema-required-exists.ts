import { type Cause, type Finding, type Fix, globalRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import {
  type MissingFact,
  type RequiredFact,
  requiredFacts,
  requiringKeywords,
} from '#rules/detectors/openapi/required-facts.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { jsonSchema, openApi } from '#rules/sources.ts';

export const schemaRequiredExists = globalRule({
  id: 'openapi/schema-required-exists',
  summary: 'Require properties that the schema describes.',
  why: 'A name in `required` that no property has is mostly misspelt: clients must send what nobody describes, and what was meant to be required is not.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object'), jsonSchema('6.5.3')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A misspelt name',
      bad: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [id, «nam»]
      properties:
        id: { type: string }
        name: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [id, name]
      properties:
        id: { type: string }
        name: { type: string }
`,
    },
    {
      title: 'A property that has gone',
      bad: `swagger: '2.0'
definitions:
  Order:
    allOf:
      - $ref: '#/definitions/Base'
      - type: object
        required:
          - id
          - «customer»
        properties:
          total: { type: number }
  Base:
    type: object
    properties:
      id: { type: string }
`,
      good: `swagger: '2.0'
definitions:
  Order:
    allOf:
      - $ref: '#/definitions/Base'
      - type: object
        required:
          - id
        properties:
          total: { type: number }
  Base:
    type: object
    properties:
      id: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  having: requiringKeywords,
  gather: (schema, scope): Iterable<RequiredFact> => requiredFacts(schema, scope),
  *compare(facts) {
    const known = new Set(factsOfKind(facts, 'included').flatMap(({ value }) => value.names));
    for (const { section, value } of factsOfKind(facts, 'missing')) {
      if (!known.has(value.name)) yield { section, value: missingFinding(value) };
    }
  },
});

function missingFinding({ span, name, title, meant, uri, pointer, key }: MissingFact): Finding {
  const remove = { kind: 'remove', uri, pointer, prune: true } as const;
  const removal: Fix = { title: `Do not require “${name}”`, safety: 'review', changes: [remove] };
  const question = meant === undefined ? '' : `; is “${meant}” meant?`;
  const message = `${title} requires “${name}”, which is none of its properties${question === '' ? '.' : question}`;
  const cause = causeOf(key, title);
  if (meant === undefined) return { span, message, fixes: [removal], cause };
  const set = { kind: 'set', uri, pointer, value: meant } as const;
  return {
    span,
    message,
    fixes: [{ title: `Require “${meant}” instead`, safety: 'review', changes: [set] }, removal],
    cause,
  };
}

function causeOf(key: string, title: string): Cause {
  return { key, message: (count) => `${title} requires ${count} names that none of its properties has.` };
}
