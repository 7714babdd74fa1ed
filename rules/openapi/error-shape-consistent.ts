import { type Cause, type Finding, globalRule, type InSection } from '#core/rule.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { contentFacts, type ErrorContent, usedContents } from '#rules/detectors/openapi/error-content.ts';
import { isOAuthError } from '#rules/detectors/openapi/error-schema.ts';
import { type HouseShape, houseShape, likeShape } from '#rules/detectors/openapi/house-shape.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const errorShapeConsistent = globalRule({
  id: 'openapi/error-shape-consistent',
  summary: 'Give all errors of an API one shape.',
  why: 'Clients read errors in one place of their code. Where one operation answers in another shape, the message it was to show is lost.',
  item: errorPayloads,
  references: [zalando(176), rfc(9457, '3')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'One error of another shape',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400': { $ref: '#/components/responses/Wrong' }
        '401': { $ref: '#/components/responses/Wrong' }
    post:
      responses:
        '201': { description: The order. }
        '400': { $ref: '#/components/responses/Wrong' }
        '409':
          description: There is such an order already.
          content:
            «application/json»:
              schema:
                type: object
                properties:
                  error: { type: string }
components:
  responses:
    Wrong:
      description: The request is wrong.
      content:
        application/json:
          schema:
            type: object
            properties:
              code: { type: string }
              message: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400': { $ref: '#/components/responses/Wrong' }
        '401': { $ref: '#/components/responses/Wrong' }
    post:
      responses:
        '201': { description: The order. }
        '400': { $ref: '#/components/responses/Wrong' }
        '409': { $ref: '#/components/responses/Wrong' }
components:
  responses:
    Wrong:
      description: The request is wrong.
      content:
        application/json:
          schema:
            type: object
            properties:
              code: { type: string }
              message: { type: string }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation', 'openapi.response'],
  gather: contentFacts,
  *compare(facts) {
    const contents = usedContents(facts);
    const house = houseShape(contents);
    // Of two or three errors none is the rule.
    if (house === undefined || house.alike < 3 || house.alike * 2 < house.all) return;
    const isLike = likeShape(house.names);
    for (const { content } of contents) {
      const { shape } = content;
      if (shape === undefined || isLike(shape) || isOAuthError(shape)) continue;
      yield outlier(content, shape, house);
    }
  },
});

function outlier(
  { section, span, name }: ErrorContent,
  shape: readonly string[],
  house: HouseShape,
): InSection<Finding> {
  const cause: Cause = {
    key: 'shape',
    message: (count) =>
      `${count} error responses have another shape than ${listed(house.names)}, which ${house.alike} of ${house.all} have, or one like it.`,
  };
  const message = `${name} has the shape ${listed(shape)}, where ${house.alike} of ${house.all} error responses have ${listed(house.names)}, or one like it.`;
  return { section, value: { span, message, cause } };
}

function listed(names: readonly string[]): string {
  return names.length > 5 ? `{ ${names.slice(0, 4).join(', ')}, … }` : `{ ${names.join(', ')} }`;
}
