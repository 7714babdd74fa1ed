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
    {
      title: 'A word in place of a code',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders": { "get": { "responses": { «"ok"»: { "description": "The orders." } } } }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders": { "get": { "responses": { "200": { "description": "The orders." } } } }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, _scope, { additional }) {
    for (const { status } of operation.responses) {
      const code = status.value;
      if (registeredStatusCodes.has(code) || vendorStatusCodes.has(code) || additional.includes(code)) continue;
      const isRange = /^[1-5]XX$/.test(code);
      if (code === 'default' || code === '*' || (isRange && operation.context.version !== '2.0')) continue;
      const fault = isRange ? 'but Swagger 2.0 knows no ranges: name each code' : unknownCode(code);
      yield { span: status.span, message: `${operationTitle(operation)} answers ${code}, ${fault}.` };
    }
  },
});

function unknownCode(code: string): string {
  return /^\d{3}$/.test(code)
    ? 'which is not a registered status code: answer one that is'
    : 'which is no status code: name one by its three digits';
}
