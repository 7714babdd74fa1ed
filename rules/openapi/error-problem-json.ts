import { type Cause, type Finding, type Fix, globalRule, type InSection } from '#core/rule.ts';
import { errorPayloads } from '#rules/checklist.ts';
import {
  contentFacts,
  type ErrorContent,
  type UsedContent,
  usedContents,
} from '#rules/detectors/openapi/error-content.ts';
import { isOAuthError } from '#rules/detectors/openapi/error-schema.ts';
import { houseShape } from '#rules/detectors/openapi/house-shape.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { plainList } from '#rules/plain-list.ts';
import { rfc, zalando } from '#rules/sources.ts';

const problemJson = 'application/problem+json';

export const errorProblemJson = globalRule({
  id: 'openapi/error-problem-json',
  summary: 'Describe errors as `application/problem+json`.',
  why: 'RFC 9457 gives errors one shape with a type, a title, a status and a detail that clients, gateways and libraries know already.',
  item: errorPayloads,
  references: [rfc(9457, '3'), zalando(176)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'One error that is not like the others',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
        '403':
          description: Not your orders.
          content:
            «application/json»:
              schema: { $ref: '#/components/schemas/Problem' }
components:
  schemas:
    Problem:
      type: object
      properties:
        type: { type: string }
        title: { type: string }
        detail: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
        '403':
          description: Not your orders.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
components:
  schemas:
    Problem:
      type: object
      properties:
        type: { type: string }
        title: { type: string }
        detail: { type: string }
`,
    },
    {
      title: 'Problems that do not say so',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        default: { $ref: '#/components/responses/Error' }
components:
  responses:
    Error:
      description: The request failed.
      content:
        «application/json»:
          schema:
            type: object
            properties:
              title: { type: string }
              status: { type: integer }
              detail: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        default: { $ref: '#/components/responses/Error' }
components:
  responses:
    Error:
      description: The request failed.
      content:
        application/problem+json:
          schema:
            type: object
            properties:
              title: { type: string }
              status: { type: integer }
              detail: { type: string }
`,
    },
    {
      title: 'Errors that have nothing in common',
      bad: `«openapi»: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/json:
              schema: { type: object, properties: { errors: { type: array } } }
        '403':
          description: Not your orders.
          content:
            application/json:
              schema: { type: object, properties: { message: { type: string } } }
        '404':
          description: There is no such shop.
          content:
            application/json:
              schema: { type: object, properties: { code: { type: integer } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/problem+json:
              schema: { type: object, properties: { errors: { type: array } } }
        '403':
          description: Not your orders.
          content:
            application/problem+json:
              schema: { type: object, properties: { title: { type: string } } }
        '404':
          description: There is no such shop.
          content:
            application/problem+json:
              schema: { type: object, properties: { title: { type: string } } }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation', 'openapi.response'],
  gather: contentFacts,
  *compare(facts) {
    // What the API calls all its answers, errors among them, is decided.
    const ownTypes = new Set(factsOfKind(facts, 'own types').flatMap(({ value }) => value.names));
    const contents = usedContents(facts).filter(({ content }) => !ownTypes.has(content.mediaType));
    const plain = contents.filter(({ content }) => !content.isProblem && !isOAuthError(content.shape ?? []));
    if (plain.length === 0) return;
    const [all, unlike] = [usesOf(contents), usesOf(plain)];
    if (unlike * 2 <= all) {
      yield* plain.map(({ content }) =>
        told(content, 'is described as plain JSON, not as problem details (RFC 9457)', outliers),
      );
      return;
    }
    const unsaid = plain.filter(({ content }) => content.hasMembers);
    if (usesOf(unsaid) * 5 >= all * 4) {
      yield* unsaid.map(({ content }) =>
        told(content, 'has the members of problem details (RFC 9457), but not their media type', unmarked),
      );
      return;
    }
    // One shape that most errors have is a decision, if not this one.
    const house = houseShape(contents);
    if (house === undefined || house.all < 3 || house.alike * 2 >= house.all) return;
    for (const { section, value } of factsOfKind(facts, 'document')) {
      const message = `The ${house.all} error responses of this API have no shape in common. Describe one (best as problem details, RFC 9457) and refer to it in all; begin with ${firstThree(plain)}.`;
      yield { section, value: { span: value.span, message } };
    }
  },
});

/** Those that the most operations answer with. */
function firstThree(contents: readonly UsedContent[]): string {
  const byUse = [...contents].sort((a, b) => b.uses - a.uses);
  return plainList(byUse.slice(0, 3).map(({ content }) => content.name));
}

function usesOf(contents: readonly UsedContent[]): number {
  return contents.reduce((total, { uses }) => total + uses, 0);
}

const outliers: Cause = {
  key: 'outliers',
  message: (count) =>
    `${count} error responses are described as plain JSON, though most are problem details (RFC 9457).`,
  fixTitle: (count) => `Describe ${count} errors as ${problemJson}`,
};

const unmarked: Cause = {
  key: 'unmarked',
  message: (count) =>
    `${count} error responses have the members of problem details (RFC 9457), but not their media type.`,
  fixTitle: (count) => `Describe ${count} errors as ${problemJson}`,
};

/** The fix changes what the body is called only where it is that already. */
function told(content: ErrorContent, fault: string, cause: Cause): InSection<Finding> {
  const { section, span, name, uri, pointer, hasMembers } = content;
  const rename = pointer && ({ kind: 'rename', uri, pointer, name: problemJson } as const);
  const fixes: readonly Fix[] =
    rename !== undefined && hasMembers
      ? [{ title: `Describe ${name} as ${problemJson}`, safety: 'review', changes: [rename] }]
      : [];
  return { section, value: { span, message: `${name} ${fault}.`, fixes, cause } };
}
