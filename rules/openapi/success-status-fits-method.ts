import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { HttpMethod, Operation, ResponseEntry } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { plainList } from '#rules/plain-list.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const successStatusFitsMethod = localRule({
  id: 'openapi/success-status-fits-method',
  summary: 'Answer each method with a success that it can have.',
  why: 'A GET creates nothing and a DELETE makes nothing new: 201 there tells clients, caches and logs something that did not happen.',
  item: statusCodes,
  references: [rfc(9110, '15.3'), zalando(150), azure('http-delete-returns-204')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A DELETE that creates',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      responses:
        «'201'»: { description: The order is deleted. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      responses:
        '200': { description: The order is deleted. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation) {
    const fitting = statusesOf.get(operation.method);
    const successes = successResponses(operation);
    const [first] = successes;
    if (fitting === undefined || operation.origin !== 'path' || first === undefined) return;
    if (successes.some(({ status }) => fitting.has(status.value) || anyCode.test(status.value))) return;
    if (operation.method === 'get' && first.status.value !== '201' && asksWhether(operation)) return;
    const { value } = first.status;
    const title = operationTitle(operation);
    const fix = successes.length === 1 && value === '201' ? answerOk(operation, first, title) : undefined;
    yield {
      span: first.status.span,
      message: `${title} answers ${value}, which is for other methods. Answer ${plainList([...fitting].slice(0, 3), 'or')}.`,
      ...(fix && { fixes: [fix] }),
      cause: unfit,
    };
  },
});

/** A range, a code that is not known, several at once, and part of a whole. */
const anyCode = /^(?:2XX|\*|20[367]|226)$/;

const statusesOf: ReadonlyMap<HttpMethod, ReadonlySet<string>> = new Map([
  // A GET that answers 202 is answered later, as all are in some APIs.
  ['get', new Set(['200', '202'])],
  ['delete', new Set(['200', '204', '202'])],
  ['put', new Set(['200', '201', '204', '202'])],
  ['patch', new Set(['200', '204', '202'])],
]);

/** A GET that asks whether something is so, or how far it is, may answer 204. */
function asksWhether({ path, operationId, summary }: Operation): boolean {
  const words = [...segmentsOf(path), operationId?.value ?? '', (summary?.value ?? '').slice(0, longestStart)].flatMap(
    wordsOf,
  );
  return words.some((word) => asking.has(word));
}

const longestStart = 80;
const asking = wordSet(
  'allowed permitted preflight check checks whether exists exist is has verify verifies ping health healthz ready live status poll wait test validate track pixel logout unsubscribe confirm redirect trigger sync refresh member starred following',
);

const unfit: Cause = {
  key: 'status',
  message: (count) => `${count} operations answer a success that is for other methods.`,
  fixTitle: (count) => `Answer 200 in ${count} operations`,
};

function answerOk(operation: Operation, { status }: ResponseEntry, title: string): Fix | undefined {
  if (!isWrittenInPlace(operation, 'responses')) return undefined;
  const pointer = [...pointerOf(operation.location), 'responses', status.value];
  const change = { kind: 'rename', uri: operation.section.uri, pointer, name: '200' } as const;
  return { title: `Answer 200 instead of ${status.value} to ${title}`, safety: 'review', changes: [change] };
}
