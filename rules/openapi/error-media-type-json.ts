import { errorResponses, successResponses } from '#core/openapi/effective/documented-responses.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { Operation, Response } from '#core/openapi/model.ts';
import { type Cause, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const errorMediaTypeJson = globalRule({
  id: 'openapi/error-media-type-json',
  summary: 'Answer errors as JSON where successes are JSON.',
  why: 'A client that parses JSON throws a second error over a text or a page, and shows that one instead of what went wrong.',
  item: errorPayloads,
  references: [rfc(9457, '3'), zalando(176)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'An error that is a text',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json: { schema: { type: object } }
        «'404'»:
          description: There is no such shop.
          content:
            text/plain: { schema: { type: string } }
        '409':
          description: The shop is closed.
          content:
            application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } }
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json: { schema: { type: object } }
        '404':
          description: There is no such shop.
          content:
            application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } }
        '409':
          description: The shop is closed.
          content:
            application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } }
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string } } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<ErrorTypeFact> {
    if (operation.origin !== 'path' || operation.context.version === '2.0' || !answersJson(operation, scope)) return;
    for (const { status, response } of errorResponses(operation)) {
      const resolved = scope.resolve(response);
      if (resolved === undefined || resolved.content.length === 0) continue;
      const types = otherTypes(resolved);
      yield { key: 'errors', span: status.span, title: `${operationTitle(operation)} answers ${status.value}`, types };
    }
  },
  *compare(facts) {
    const lacking = facts.filter(({ value }) => value.types.length > 0);
    // Where most errors are no JSON, that is how this API tells them.
    if (lacking.length * 2 > facts.length) return;
    for (const { section, value } of lacking) {
      const { span, title, types } = value;
      const message = `${title} as ${quotedList(types)}, though it answers JSON. Answer errors as JSON, too.`;
      yield { section, value: { span, message, cause: others } };
    }
  },
});

interface ErrorTypeFact extends Keyed {
  readonly span: Span;
  /** `GET /orders answers 404` */
  readonly title: string;
  /** Its media types; none where one of them is JSON. */
  readonly types: readonly string[];
}

const others: Cause = {
  key: 'others',
  message: (count) => `${count} error responses of operations that answer JSON are of another media type.`,
};

function answersJson(operation: Operation, scope: Scope): boolean {
  const names = successResponses(operation).flatMap(({ response }) => scope.resolve(response)?.content ?? []);
  return names.length > 0 && names.every(({ name }) => isJsonMediaType(name.value));
}

/** The media types of a response none of which is JSON, or may be. */
function otherTypes({ content }: Response): readonly string[] {
  const names = content.map(({ name }) => name.value);
  return names.some((name) => isJsonMediaType(name) || name.includes('*')) ? [] : names;
}
