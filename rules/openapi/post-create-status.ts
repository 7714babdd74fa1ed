import { successResponses } from '#core/openapi/documented-responses.ts';
import type { Operation, ResponseEntry } from '#core/openapi/model.ts';
import { segmentsOf } from '#core/openapi/path-template.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/collection.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, rfc, zalando } from '#rules/sources.ts';

const fitting = new Set(['201', '202', '204', '207', '2XX']);

export const postCreateStatus = localRule({
  id: 'openapi/post-create-status',
  summary: 'Answer 201 when a POST creates a resource.',
  why: '201 tells clients, logs and caches that something new exists and where, which 200 leaves open.',
  item: statusCodes,
  references: [rfc(9110, '15.3.2'), zalando(148), aip(133)],
  severity: 'warning',
  recommended: true,
  options: {
    otherVerbs: {
      default: [],
      description: 'First words of an operation id or summary that say that a POST on a collection creates nothing.',
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
    if (createsNothing(operation, new Set(otherVerbs))) return;
    const title = operationTitle(operation);
    yield {
      span: first.status.span,
      message: `${title} creates a resource but answers ${first.status.value}, not 201.`,
      fixes: first.status.value === '200' ? [answerCreated(operation, first)] : [],
    };
  },
});

/** Verbs of a POST that computes, searches, links or changes things. */
const otherVerbsKnown = new Set(
  'search find query list get fetch read retrieve lookup look batch bulk upsert replace sync synchronize validate verify check test preview estimate calculate compute count login logout authenticate authorize update delete remove cancel send refresh merge move import export evaluate execute run set attach detach assign unassign associate link unlink grant revoke enable disable apply'.split(
    ' ',
  ),
);

const createVerbs = new Set('create add new insert make register post put save store upload submit'.split(' '));

/** The first verb that is known decides, as in `genai_attach_agent`. */
function createsNothing({ path, operationId, summary }: Operation, others: ReadonlySet<string>): boolean {
  const isOther = (word: string | undefined): boolean =>
    word !== undefined && (otherVerbsKnown.has(word) || others.has(word));
  const [segment] = wordsOf(segmentsOf(path).at(-1) ?? '');
  const [first] = wordsOf(summary?.value ?? '');
  const verb = wordsOf(operationId?.value ?? '').find((word) => isOther(word) || createVerbs.has(word));
  const text = `${summary?.value ?? ''} ${operationId?.value ?? ''}`;
  return isOther(segment) || isOther(first) || isOther(verb) || /\bor[ _-]?update|upsert/i.test(text);
}

function answerCreated(operation: Operation, { status }: ResponseEntry): Fix {
  const pointer = [...pointerOf(operation.location), 'responses', status.value];
  const change = { kind: 'rename', uri: operation.section.uri, pointer, name: '201' } as const;
  return { title: 'Answer 201', safety: 'review', changes: [change] };
}
