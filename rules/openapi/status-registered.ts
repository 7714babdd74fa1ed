import { localRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { ianaStatusCodes, rfc, zalando } from '#rules/sources.ts';
import { registeredStatusCodes, vendorStatusCodes } from '#rules/words/status-codes.ts';

export const statusRegistered = localRule({
  id: 'openapi/status-registered',
  summary: 'Use only registered status codes.',
  why: 'Clients, proxies and monitoring treat a code they do not know like the x00 of its class, so what it was meant to say is lost.',
  item: statusCodes,
  references: [rfc(9110, '15'), ianaStatusCodes, zalando(243)],
  severity: 'error',
  recommended: true,
  options: {
    additional: { default: [], description: 'Codes that are allowed though nobody registered them.' },
  },
  examples: [
    {
      title: 'A code of one vendor’s own',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        «'420'»: { description: Too many requests. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { description: Too many requests. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, _scope, { additional }) {
    for (const { status } of operation.responses) {
      const code = status.value;
      if (registeredStatusCodes.has(code) || vendorStatusCodes.has(code) || additional.includes(code)) continue;
      // Whether it is a code at all is asked where keys are (openapi/key-well-formed).
      if (!/^\d{3}$/.test(code)) continue;
      const message = `${operationTitle(operation)} answers ${code}, which is not a registered status code: answer one that is.`;
      yield { span: status.span, message };
    }
  },
});
