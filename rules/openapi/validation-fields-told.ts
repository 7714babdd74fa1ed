import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { errorPayloads } from '#rules/checklist.ts';
import {
  type MemberGap,
  memberFindings,
  memberGap,
  type WantedMember,
} from '#rules/detectors/openapi/error-member-gap.ts';
import { errorSchemaUses } from '#rules/detectors/openapi/error-schema-uses.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, rfc } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const validationFieldsTold = globalRule({
  id: 'openapi/validation-fields-told',
  summary: 'Tell of each field that is not valid what is wrong with it.',
  why: 'A form can only mark the fields that an error names. With one sentence for all of them its user has to guess.',
  item: errorPayloads,
  references: [rfc(9457, '3'), aip(193)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'One message for all fields',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201': { description: The order. }
        '422':
          description: That is no order.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
components:
  schemas:
    «Problem»:
      type: object
      properties:
        title:
          type: string
        detail:
          type: string
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201': { description: The order. }
        '422':
          description: That is no order.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
components:
  schemas:
    Problem:
      type: object
      properties:
        title:
          type: string
        detail:
          type: string
        errors:
          type: array
          items:
            type: object
            properties:
              pointer:
                type: string
              detail:
                type: string
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<MemberGap> {
    for (const use of errorSchemaUses(operation, (status) => status === '400' || status === '422', scope)) {
      if (!tellsFields(use.schema, scope)) yield memberGap(use, operationTitle(operation), errors);
    }
  },
  compare: (facts) => memberFindings(facts, errors),
});

const text = { type: 'string' } as const;

const errors: WantedMember = {
  name: 'errors',
  value: { type: 'array', items: { type: 'object', properties: { pointer: text, detail: text } } },
  messageOf: (schema, answers) =>
    `“${schema}” names no field that is not valid, in the answers of ${answers}. Add a list of them.`,
  fixTitle: (schema) => `Add a list of fields to “${schema}”`,
};

/** A list, a map, or a member that names a field, in the error itself or in an object within it. */
function tellsFields(schema: Schema, scope: Scope): boolean {
  return propertiesOf(schema, scope).some(({ name, schema: value }) => {
    if (fieldWords.has(foldedName(name.value))) return true;
    const inner = scope.resolve(value);
    if (inner === undefined || inner.items !== undefined || inner.types.includes('array')) return true;
    const isMap = inner.additionalProperties !== undefined && inner.additionalProperties !== false;
    const isOpen = inner.types.includes('object') && inner.properties.length + inner.allOf.length === 0;
    if (isMap || isOpen || inner.oneOf.length + inner.anyOf.length > 0) return true;
    return propertiesOf(inner, scope).some(({ name: own, schema: each }) => {
      const list = scope.resolve(each);
      return fieldWords.has(foldedName(own.value)) || list === undefined || list.types.includes('array');
    });
  });
}

const fieldWords = wordSet(
  'field fields param params parameter parameters pointer path property source target errors violations invalidparams invalidparameters fielderrors validationerrors issues loc location attribute',
);
