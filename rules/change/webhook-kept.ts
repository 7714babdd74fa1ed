import type { PathItem } from '#core/openapi/model.ts';
import { changeRule } from '#core/rule.ts';
import { apiChanges } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

const webhooks = (names: readonly string[]): string =>
  ['webhooks:', ...names.map((name) => `  ${name}: { post: { responses: { '204': { description: Taken. } } } }`)].join(
    '\n',
  );

const description = (openapi: string, ...names: readonly string[]): string =>
  `${openapi}: 3.1.0\ninfo: { title: Shop, version: 1.0.0 }\n${webhooks(names)}\n`;

export const webhookKept = changeRule({
  id: 'change/webhook-kept',
  summary: 'Keep the webhooks that clients receive.',
  why: 'A client that waits for an event which is sent no longer waits for ever, and nothing tells it.',
  item: apiChanges,
  references: [openApi('OpenAPI Object', 'oas-webhooks')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'An event that is gone',
      bad: {
        'base/openapi.yaml': description('openapi', 'orderPlaced', 'orderPaid'),
        'openapi.yaml': description('«openapi»', 'orderPlaced'),
      },
      good: {
        'base/openapi.yaml': description('openapi', 'orderPlaced', 'orderPaid'),
        'openapi.yaml': description('openapi', 'orderPlaced', 'orderPaid'),
      },
    },
  ],
  on: ['openapi.document'],
  *check(document, scope) {
    const { base } = scope;
    if (!scope.isUnderstood() || !base.isUnderstood()) return;
    const now = new Set(scope.roots('openapi.path-item').map(({ path }) => path.value));
    for (const item of base.roots('openapi.path-item')) {
      if (now.has(item.path.value) || item.operations.length === 0 || isDeprecated(item)) continue;
      now.add(item.path.value);
      yield {
        span: document.anchor,
        message: `The webhook “${item.path.value}” is gone. Clients wait for it: go on sending it, and say that it is deprecated.`,
        related: [base.placed(item.section, item.path.span, `As it was in ${base.name}.`)],
      };
    }
  },
});

/** Who said that it will go, may let it go. */
function isDeprecated({ operations }: PathItem): boolean {
  return operations.every(({ deprecated }) => deprecated?.value === true);
}
