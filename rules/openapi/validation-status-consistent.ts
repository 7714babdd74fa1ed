import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const validationStatusConsistent = globalRule({
  id: 'openapi/validation-status-consistent',
  summary: 'Answer what is not valid by one status, 400 or 422.',
  why: 'A client that shows the errors of a form looks for one status. Where half of the operations answer another one, half of the forms show nothing.',
  item: statusCodes,
  references: [rfc(9110, '15.5.1'), rfc(9110, '15.5.21'), zalando(150)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'One operation that answers 422',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get: { responses: { '200': { description: The orders. }, '400': { description: Not valid. } } }
    post: { responses: { '201': { description: The order. }, '400': { description: Not valid. } } }
  /users:
    get: { responses: { '200': { description: The users. }, '400': { description: Not valid. } } }
    post: { responses: { '201': { description: The user. }, «'422'»: { description: Not valid. } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get: { responses: { '200': { description: The orders. }, '400': { description: Not valid. } } }
    post: { responses: { '201': { description: The order. }, '400': { description: Not valid. } } }
  /users:
    get: { responses: { '200': { description: The users. }, '400': { description: Not valid. } } }
    post: { responses: { '201': { description: The user. }, '400': { description: Not valid. } } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<StatusFact> {
    const fact = factOf(operation, scope);
    if (fact !== undefined) yield fact;
  },
  *compare(facts) {
    const uses = (status: string) => facts.filter(({ value }) => value.status === status);
    // Who answers both tells them apart.
    if (uses('both').length > 0) return;
    const [plain, other] = [uses('400'), uses('422')];
    const [few, many] = plain.length < other.length ? [plain, other] : [other, plain];
    if (few.length === 0 || many.length < 3 || few.length * 3 > many.length) return;
    const usual = many[0]?.value.status ?? '400';
    const cause: Cause = {
      key: 'status',
      message: (count) =>
        `${count} operations answer what is not valid by another status than ${usual}, which ${many.length} answer.`,
      fixTitle: (count) => `Answer ${usual} in ${count} operations`,
    };
    for (const { section, value } of few) {
      const { span, title, status, change } = value;
      const message = `${title} answers ${status} to what is not valid, where ${many.length} operations answer ${usual}. Answer one.`;
      const fix = change && {
        title: `Answer ${usual} instead of ${status} to ${title}`,
        safety: 'review' as const,
        changes: [change] as const,
      };
      yield { section, value: { span, message, cause, ...(fix && { fixes: [fix] }) } };
    }
  },
});

interface StatusFact extends Keyed {
  readonly span: Span;
  readonly status: '400' | '422' | 'both';
  readonly title: string;
  readonly change: TreeChange | undefined;
}

function factOf(operation: Operation, scope: Scope): StatusFact | undefined {
  if (operation.origin !== 'path') return undefined;
  const [plain, other] = ['400', '422'].map((code) => operation.responses.find(({ status }) => status.value === code));
  const entry = plain ?? other;
  if (entry === undefined) return undefined;
  const isBoth = plain !== undefined && other !== undefined;
  const status = isBoth ? 'both' : plain === undefined ? '422' : '400';
  const { section, location } = operation;
  const pointer = [...pointerOf(location), 'responses', entry.status.value];
  // A shared response bears the name of its status: another one takes its place.
  const isOwn = entry.response.kind === 'openapi.response' && isWrittenInPlace(operation, 'responses');
  const name = status === '400' ? '422' : '400';
  const change =
    isOwn && scope.isUnderstood() ? ({ kind: 'rename', uri: section.uri, pointer, name } as const) : undefined;
  return { key: 'validation', span: entry.status.span, status, title: operationTitle(operation), change };
}
