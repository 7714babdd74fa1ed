import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import type { Operation, ResponseEntry } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { createsResource } from '#rules/detectors/openapi/creates-resource.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, rfc, zalando } from '#rules/sources.ts';

const fitting = new Set(['201', '202', '204', '207', '2XX']);

export const postCreateStatus = localRule({
  id: 'openapi/post-create-status',
  summary: 'Answer 201 when a POST creates a resource.',
  why: '201 tells clients, logs and caches that a new resource exists, and `Location` tells where. 200 says neither.',
  item: statusCodes,
  references: [rfc(9110, '15.3.2'), zalando(148), aip(133)],
  severity: 'warning',
  recommended: true,
  options: {
    otherVerbs: {
      default: [],
      description: 'Further verbs at the start of an operation id or summary that mean that a POST creates nothing.',
    },
  },
  examples: [
    {
      title: 'A POST on a collection that answers 200',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      operationId: createOrder
      responses:
        «'200'»:
          description: The new order.
  /orders/{id}:
    get: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      operationId: createOrder
      responses:
        '201':
          description: The new order.
  /orders/{id}:
    get: {}
`,
    },
    {
      title: 'The same in JSON',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": { "responses": { «"200"»: { "description": "The new order." } } }
    },
    "/orders/{id}": {}
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": { "responses": { "201": { "description": "The new order." } } }
    },
    "/orders/{id}": {}
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope, { otherVerbs }) {
    if (operation.method !== 'post' || !isCollection(operation, scope)) return;
    const successes = successResponses(operation);
    const [first] = successes;
    if (first === undefined || successes.some(({ status }) => fitting.has(status.value))) return;
    const answer = scope.resolve(first.response)?.description?.value;
    if (isLater(answer) || !createsResource(operation, answer, new Set(otherVerbs))) return;
    const title = operationTitle(operation);
    yield {
      span: first.status.span,
      message: `${title} creates a resource but answers ${first.status.value}, not 201.`,
      fixes: first.status.value === '200' ? [answerCreated(operation, first)] : [],
      cause: { ...habit, key: first.status.value },
    };
  },
});

/** True where the answer says that the work is only taken on: that is a 202. */
function isLater(answer = ''): boolean {
  return /\b(?:en)?queued\b|\bscheduled\b|\baccepted for\b|\basynchronous(?:ly)?\b|\bin the background\b/i.test(answer);
}

const habit = {
  message: (count: number) => `${count} operations create a resource but do not answer 201.`,
  fixTitle: (count: number) => `Answer 201 in ${count} operations`,
};

function answerCreated(operation: Operation, { status }: ResponseEntry): Fix {
  const pointer = [...pointerOf(operation.location), 'responses', status.value];
  const change = { kind: 'rename', uri: operation.section.uri, pointer, name: '201' } as const;
  return { title: `Answer 201 instead of 200 to ${operationTitle(operation)}`, safety: 'review', changes: [change] };
}
