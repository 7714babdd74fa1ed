import type { Parameter } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findNumber } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { owasp } from '#rules/sources.ts';

export const pathIdUnguessable = localRule({
  id: 'openapi/path-id-unguessable',
  summary: 'Name resources in paths by ids that nobody can guess.',
  why: 'Ids that count up tell how many there are, and let anyone walk through them: where one check of the owner is missing, all are read.',
  item: authentication,
  references: [owasp(1)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A number that counts up',
      bad: `openapi: 3.1.0
paths:
  /orders/{orderId}:
    get:
      parameters:
        - name: «orderId»
          in: path
          required: true
          schema: { type: integer }
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{orderId}:
    get:
      parameters:
        - name: orderId
          in: path
          required: true
          schema: { type: string, format: uuid }
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    },
  ],
  on: ['openapi.parameter'],
  check(parameter, scope) {
    const { name, in: place } = parameter;
    if (name === undefined || place?.value !== 'path' || !isId(name.value) || !isNumber(parameter, scope)) return none;
    // Where nobody signs in, nothing belongs to anybody.
    if (scope.names('openapi.security-scheme').length === 0) return none;
    const message = `“${name.value}” in the path is a number that can be guessed. Use UUIDs, or say who may use it.`;
    return [{ span: name.span, message, cause: sameName(name.value) }];
  },
});

const none: readonly [] = [];

function isId(name: string): boolean {
  return wordsOf(name).at(-1) === 'id';
}

/** A list of values, or a small range, names no rows. */
const smallRange = 1000;

function isNumber(parameter: Parameter, scope: Scope): boolean {
  const schema = scope.resolve(parameter.schema);
  if (schema === undefined || soleType(schema) !== 'integer' || schema.enum !== undefined) return false;
  return (findNumber(schema.tree, 'maximum')?.value ?? Number.POSITIVE_INFINITY) > smallRange;
}

function sameName(name: string): Cause {
  return {
    key: name,
    message: (count) =>
      `“${name}” in ${count} paths is a number that can be guessed. Use UUIDs, or say who may use it.`,
  };
}
