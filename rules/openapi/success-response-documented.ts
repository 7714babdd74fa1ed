import type { Operation } from '#core/openapi/model.ts';
import { type Change, type Fix, globalRule, type Keyed, type Scope, type Survey } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { createsResource } from '#rules/detectors/openapi/creates-resource.ts';
import { type AskedErrors, askedErrors, expectedErrors } from '#rules/detectors/openapi/expected-errors.ts';
import { houseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { leavesOutResponses } from '#rules/detectors/openapi/left-out-responses.ts';
import { meansSuccess } from '#rules/detectors/openapi/means-success.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { type GapOperation, gapOf } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { errorTraits } from '#rules/detectors/openapi/usual-errors.ts';
import { neighbours } from '#rules/fixes/openapi/document-response.ts';
import { documentErrors } from '#rules/fixes/openapi/error-response.ts';
import { openApi, zalando } from '#rules/sources.ts';

export const successResponseDocumented = globalRule({
  id: 'openapi/success-response-documented',
  summary: 'Document what an operation answers when it succeeds.',
  why: 'Without a documented success nobody can generate a client, mock the operation or test that it works.',
  item: statusCodes,
  references: [openApi('Responses Object', 'responses-object'), zalando(151)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Only the failure is documented',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      «responses»:
        '400':
          description: The filter is wrong.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: OK
        '400':
          description: The filter is wrong.
`,
    },
    {
      title: 'No responses at all',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      «"delete"»: {
        "summary": "Delete an order"
      }
    }
  },
  "responses": {
    "Error": {
      "description": "It failed."
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      "delete": {
        "summary": "Delete an order",
        "responses": {
          "204": {
            "description": "No content"
          },
          "default": {
            "$ref": "#/responses/Error"
          }
        }
      }
    }
  },
  "responses": {
    "Error": {
      "description": "It failed."
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  gather: operationFacts,
  *compare(facts) {
    for (const { section, value } of facts) {
      const { span, message, isOwn } = value;
      yield { section, value: { span, message, fixes: isOwn ? [addResponses(value)] : [] } };
    }
  },
});

type SuccessFact = Keyed & MissingSuccess;

interface MissingSuccess extends GapOperation {
  readonly success: Success;
  /** The errors that are missing as well. */
  readonly errors: AskedErrors;
}

interface Success {
  readonly status: string;
  readonly description: string;
}

function* operationFacts(operation: Operation, scope: Scope): Iterable<SuccessFact> {
  const statuses = statusKeys(operation);
  if (statuses === undefined || statuses.some(meansSuccess) || isGone(statuses)) return;
  if (leavesOutResponses(operation) || isPreflight(operation)) return;
  const errors = askedErrors(operation, statuses, scope);
  const traits = errors === 'none' ? [] : errorTraits(operation, scope);
  const gap = gapOf(operation, statuses, 'documents no successful response', { traits });
  yield { ...gap, success: usualSuccess(operation, scope), errors };
}

/** An operation that is there only to say that it is gone, or not there yet; too many requests are refused all the same. */
function isGone(statuses: readonly string[]): boolean {
  const others = statuses.filter((status) => status !== '429');
  return others.length > 0 && others.every((status) => /^(?:405|410|501)$/.test(status));
}

/** The success, and the errors that would be asked for once it is there. */
function addResponses(missing: MissingSuccess): Fix {
  const { success, site, title, errors } = missing;
  const { status, description } = success;
  const pointer = [...site.pointer, 'responses', status];
  const place = neighbours(site.statuses, status);
  const change = { kind: 'set', uri: site.uri, pointer, value: { description }, ...place } as const;
  if (errors === 'none') {
    return { title: `Document the ${status} response of ${title}`, safety: 'review', changes: [change] };
  }
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const house = houseErrors(survey);
    const statuses = expectedErrors(errors, missing, house);
    return [change, ...documentErrors(house, { ...site, statuses: [...site.statuses, status] }, statuses)];
  };
  const { rootUri } = site.context;
  return { title: `Document the responses of ${title}`, safety: 'review', changes: { rootUri, make } };
}

function usualSuccess(operation: Operation, scope: Scope): Success {
  if (operation.method === 'delete') return { status: '204', description: 'No content' };
  const creates =
    operation.method === 'post' && isCollection(operation, scope) && createsResource(operation, undefined, new Set());
  return creates ? { status: '201', description: 'Created' } : { status: '200', description: 'OK' };
}
