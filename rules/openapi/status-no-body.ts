import type { Operation, Response, ResponseEntry } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, localRule, type Scope } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

const withoutBody = new Set(['204', '205', '304']);

export const statusNoBody = localRule({
  id: 'openapi/status-no-body',
  summary: 'Describe no content for 204, 205 and 304.',
  why: 'These responses end after their headers. A client that waits for the body that is described gets none, or takes the next response for it.',
  item: statusCodes,
  references: [rfc(9110, '15.3.5'), rfc(9110, '15.3.6'), rfc(9110, '15.4.5')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A body of a 204',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      responses:
        '204':
          description: The order is deleted.
          «content»:
            application/json:
              schema: { type: object }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      responses:
        '204':
          description: The order is deleted.
`,
    },
    {
      title: 'A schema of a 304',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      "get": {
        "responses": {
          "304": {
            "description": "Not modified.",
            «"schema"»: { "type": "object" }
          }
        }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      "get": {
        "responses": {
          "304": {
            "description": "Not modified."
          }
        }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    for (const entry of operation.responses) {
      if (withoutBody.has(entry.status.value)) yield* bodyFindings(operation, entry, scope);
    }
  },
});

function* bodyFindings(operation: Operation, { status, response }: ResponseEntry, scope: Scope): Iterable<Finding> {
  const resolved = scope.resolve(response);
  if (resolved?.contentAnchor === undefined || !hasBody(resolved)) return;
  const message = `${operationTitle(operation)} describes content for ${status.value}, which never has any.`;
  // The response may be shared: then the operation's own choice of status is what is wrong.
  if (response.kind === 'openapi.reference') yield { span: status.span, message };
  else {
    const key = operation.context.version === '2.0' ? 'schema' : 'content';
    const pointer = [...pointerOf(resolved.location), key];
    const change = { kind: 'remove', uri: resolved.section.uri, pointer } as const;
    const fix = { title: `Remove “${key}” from ${status.value}`, safety: 'review', changes: [change] } as const;
    yield { span: resolved.contentAnchor, message, fixes: [fix], cause: { ...habit, key: status.value } };
  }
}

const habit = {
  message: (count: number) => `${count} responses describe content for a status that never has any.`,
  fixTitle: (count: number) => `Remove the content of ${count} responses`,
};

/** An empty `content` says that there is none; a 2.0 schema counts whatever `produces` says. */
function hasBody({ context, content }: Response): boolean {
  return context.version === '2.0' || content.length > 0;
}
