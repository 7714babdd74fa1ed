import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation, Response } from '#core/openapi/model.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { findValue } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';
import { answerWithoutJsonWords, readingVerbs } from '#rules/words/answers-without-json.ts';

export const readBodyDescribed = localRule({
  id: 'openapi/read-body-described',
  summary: 'Describe what a read returns.',
  why: 'A read whose answer has no content says that nothing comes back: generated clients return nothing, and nobody can tell what the API would.',
  item: documentationFormats,
  references: [openApi('Response Object', 'response-object')],
  severity: 'warning',
  recommended: true,
  options: {
    otherAnswers: {
      default: [...answerWithoutJsonWords],
      description: 'Words, in the singular, that speak of an answer that is no JSON or says nothing.',
    },
  },
  examples: [
    {
      title: 'An answer that is only named',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      summary: List orders
      responses:
        «'200'»:
          description: The orders of the team.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      summary: List orders
      responses:
        '200':
          description: The orders of the team.
          content:
            application/json:
              schema: { type: array, items: { type: object } }
`,
    },
    {
      title: 'Swagger, a response without schema',
      bad: `{
  "swagger": "2.0",
  "produces": ["application/json"],
  "paths": {
    "/orders/{id}": {
      "get": {
        "operationId": "getOrder",
        "responses": {
          «"200"»: { "description": "The order." }
        }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "produces": ["application/json"],
  "paths": {
    "/orders/{id}": {
      "get": {
        "operationId": "getOrder",
        "responses": {
          "200": { "description": "The order.", "schema": { "type": "object" } }
        }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope, { otherAnswers }) {
    if (operation.method !== 'get' || operation.origin !== 'path') return;
    const statuses = statusKeys(operation);
    if (statuses === undefined || statuses.some(saysNothing) || !returnsJson(operation)) return;
    const empty = operation.responses.find(({ status, response }) => {
      return isSuccess(status.value) && isUndescribed(scope.resolve(response));
    });
    if (empty === undefined || !readsSomething(operation, scope, otherAnswers)) return;
    yield {
      span: empty.status.span,
      message: `What ${operationTitle(operation)} returns is not described: its ${empty.status.value} response has no content.`,
      cause: {
        key: '',
        message: (count) => `What ${count} reads return is not described: their responses have no content.`,
      },
    };
  },
});

function isSuccess(status: string): boolean {
  return status === '200' || status === '203' || status === '2XX';
}

/** Statuses of an operation that may well return nothing: no content, partial content, a redirect, another protocol. */
function saysNothing(status: string): boolean {
  return /^(?:101|20[2456]|3\d\d|3xx)$/i.test(status);
}

/** A `content` that is empty is meant; so is any other field of a response that was written elsewhere than here. */
function isUndescribed(response: Response | undefined): boolean {
  if (response === undefined || response.contentAnchor !== undefined) return false;
  return findValue(response.tree, response.context.version === '2.0' ? 'examples' : '$ref') === undefined;
}

/** 2.0 names the media types of an operation without schema, too; where it names none, nothing is known. */
function returnsJson({ context, tree }: Operation): boolean {
  if (context.version !== '2.0') return true;
  const own = findValue(tree, 'produces');
  const names = own === undefined ? context.produces : locatedStrings(own).map(({ value }) => value);
  return names.length > 0 && names.every(isJsonMediaType);
}

/** True where its name begins with a verb that returns something, and nothing speaks of a file or a mere status. */
function readsSomething(
  { summary, operationId, path, responses }: Operation,
  scope: Scope,
  others: readonly string[],
): boolean {
  const names = [summary?.value, operationId?.value].filter((name) => name !== undefined);
  if (!names.some((name) => readingVerbs.has(wordsOf(name)[0] ?? ''))) return false;
  const descriptions = responses.flatMap(({ status, response }) =>
    isSuccess(status.value) ? (scope.resolve(response)?.description?.value ?? []) : [],
  );
  const words = [...names, ...descriptions, ...segmentsOf(path)].flatMap(wordsOf);
  return words.every((word) => !others.includes(word) && !others.includes(singularOf(word)));
}
