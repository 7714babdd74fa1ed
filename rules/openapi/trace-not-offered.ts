import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const traceNotOffered = localRule({
  id: 'openapi/trace-not-offered',
  summary: 'Offer no TRACE.',
  why: 'TRACE sends back the request as it came, with the cookies and credentials that a script of another site could not read otherwise.',
  item: methodSemantics,
  references: [owasp(8), rfc(9110, '9.3.8')],
  severity: 'warning',
  recommended: false,
  having: ['trace'],
  examples: [
    {
      title: 'A TRACE beside a GET',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
    «trace»:
      responses:
        '200': { description: The request as it came. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
`,
    },
  ],
  on: ['openapi.path-item'],
  *check(pathItem) {
    const { operations, origin } = pathItem;
    const trace = operations.find(({ method }) => method === 'trace');
    if (origin !== 'path' || trace === undefined) return;
    const title = operationTitle(trace);
    const { section, location } = trace;
    const change = { kind: 'remove', uri: section.uri, pointer: pointerOf(location) } as const;
    const fix = { title: `Remove ${title}`, safety: 'review', changes: [change] } as const;
    yield {
      span: trace.anchor,
      message: `${title} sends requests back with their credentials. Switch it off, and remove it here.`,
      ...(operations.length > 1 && isWrittenInPlace(trace) && { fixes: [fix] }),
    };
  },
});
