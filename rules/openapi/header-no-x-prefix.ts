import { localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { nameStyles } from '#rules/checklist.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';

export const headerNoXPrefix = localRule({
  id: 'openapi/header-no-x-prefix',
  summary: 'Begin the names of new headers with no “X-”.',
  why: 'The prefix was to mark experiments, which then stayed: now nobody can drop it without breaking clients.',
  item: nameStyles,
  references: [rfc(6648, '3'), azure('http-no-x-custom-headers'), zalando(183)],
  severity: 'info',
  recommended: false,
  options: {
    allowed: {
      default: [
        'x-request-id',
        'x-correlation-id',
        'x-trace-id',
        'x-flow-id',
        'x-api-key',
        'x-csrf-token',
        'x-xsrf-token',
        'x-forwarded-*',
        'x-real-ip',
        'x-ratelimit-*',
        'x-rate-limit-*',
        'x-amz-*',
        'x-b3-*',
        'x-content-type-options',
        'x-frame-options',
        'x-requested-with',
        'x-http-method-override',
        'x-robots-tag',
        'x-total-count',
      ],
      description: 'Names that are in use everywhere, in lower case; `*` at the end stands for any.',
    },
  },
  examples: [
    {
      title: 'A header of one’s own',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: «X-Shop-Id», in: header, schema: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: Shop-Id, in: header, schema: { type: string } }
`,
    },
  ],
  on: ['openapi.parameter', 'openapi.response'],
  having: ['in', 'headers'],
  *check(node, _scope, { allowed }) {
    if (node.kind === 'openapi.response') {
      for (const { name } of node.headers) yield* judge(name, allowed);
    } else if (node.in?.value === 'header' && node.name !== undefined) yield* judge(node.name, allowed);
  },
});

function* judge({ value, span }: Located<string>, allowed: readonly string[]) {
  const name = value.toLowerCase();
  const isKnown = allowed.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
  if (!/^x-./.test(name) || isKnown) return;
  yield {
    span,
    message: `The header “${value}” begins with “X-”. A new one is called “${value.slice(2)}”.`,
    cause: {
      key: 'x',
      message: (count: number) => `${count} headers begin with “X-”. New ones are called without it.`,
    },
  };
}
