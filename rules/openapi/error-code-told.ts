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
import { aip, azure, rfc } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const errorCodeTold = globalRule({
  id: 'openapi/error-code-told',
  summary: 'Give errors a code that a program can read.',
  why: 'Two things that went wrong share a status code, and messages change with every wording. A client that is to do something else for one of them needs a name for it.',
  item: errorPayloads,
  references: [rfc(9457, '3.1.1'), aip(193), azure('rest-error-code-header')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A message alone',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201': { description: The order. }
        '409':
          description: That order is there already.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    «Error»:
      type: object
      properties:
        message:
          type: string
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201': { description: The order. }
        '409':
          description: That order is there already.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    Error:
      type: object
      properties:
        message:
          type: string
        code:
          type: string
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<MemberGap> {
    for (const use of errorSchemaUses(operation, () => true, scope)) {
      if (!tellsCode(use.schema, scope)) yield memberGap(use, operationTitle(operation), code);
    }
  },
  compare: (facts) => memberFindings(facts, code),
});

const code: WantedMember = {
  name: 'code',
  value: { type: 'string' },
  messageOf: (schema, answers) =>
    `“${schema}” tells programs nothing of what went wrong in ${answers}. Give it a code.`,
  fixTitle: (schema) => `Give “${schema}” a code`,
};

/** A code, the type of a problem, a reason, or an enum, in the error itself or in an object or list within it. */
function tellsCode(schema: Schema, scope: Scope): boolean {
  return isNamed(schema, scope) || hasCode(schema, scope, 0);
}

/** Beside a description `error` is a name: `not_found`. */
function isNamed(schema: Schema, scope: Scope): boolean {
  const properties = propertiesOf(schema, scope);
  const error = properties.find(({ name }) => foldedName(name.value) === 'error');
  const isText = error !== undefined && scope.resolve(error.schema)?.types.includes('string') === true;
  return isText && properties.some(({ name }) => describing.has(foldedName(name.value)));
}

const describing = wordSet('description errordescription message messages msg detail details title');

function hasCode(schema: Schema, scope: Scope, depth: number): boolean {
  return propertiesOf(schema, scope).some(({ name, schema: value }) => {
    const inner = scope.resolve(value);
    if (codeWords.has(foldedName(name.value)) || inner === undefined || inner.enum !== undefined) return true;
    const within = inner.items === undefined ? inner : scope.resolve(inner.items);
    const isOpen = within === undefined || within.oneOf.length + within.anyOf.length > 0;
    if (isOpen) return true;
    const isObject = within.properties.length + within.allOf.length > 0;
    return isObject && depth < deepest
      ? hasCode(within, scope, depth + 1)
      : within.types.includes('object') && !isObject;
  });
}

const deepest = 2;
const codeWords = wordSet(
  'code codes errorcode errcode type errortype reason key id errorid slug name kind identifier errorkey subcode category',
);
