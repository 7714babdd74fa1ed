import type { Operation } from '#core/openapi/model.ts';
import { type Cause, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { storedKeys } from '#rules/detectors/cross/stored-keys.ts';
import { isSent } from '#rules/detectors/openapi/webhook-parts.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { standardWebhooks } from '#rules/sources.ts';
import { storedElsewhere } from '#rules/words/stored-elsewhere.ts';

const description = (post: string): string => `openapi: 3.1.0
webhooks:
  orderPlaced:
    ${post}:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                orderId: { type: string }
      responses:
        '204': { description: Received. }
`;

const endpoints = `model WebhookEndpoint {
  id     String @id @default(uuid())
  url    String
  secret String
}
`;

export const sentWebhookStored = globalRule({
  id: 'cross/sent-webhook-stored',
  summary: 'Keep webhooks in a table until they are delivered.',
  why: 'A webhook that is sent in the request that caused it is lost when the receiver, or the process, is down. A row for each delivery, written in the transaction of the event, is sent again until it is answered, and tells support what was sent when.',
  item: idempotentConsumers,
  references: [standardWebhooks],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Endpoints, and no deliveries',
      bad: { 'openapi.yaml': description('«post»'), 'schema.prisma': endpoints },
      good: {
        'openapi.yaml': description('post'),
        'schema.prisma': `${endpoints}
model WebhookDelivery {
  id          String    @id @default(uuid())
  endpointId  String
  payload     Json
  attempts    Int       @default(0)
  deliveredAt DateTime?
}
`,
      },
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  needs: ['database'],
  *gather(node, scope): Iterable<SenderFact> {
    if (node.kind === 'openapi.document') {
      if (storedKeys(node, scope).hasDeliveries) yield { key, kind: 'kept' };
    } else if (node.kind === 'openapi.info') {
      if (storedElsewhere.test(node.description?.value ?? '')) yield { key, kind: 'kept' };
    } else if (node.origin === 'webhook' && isSent(node))
      yield isQueued(node) ? { key, kind: 'kept' } : { key, kind: 'sent', span: node.anchor, event: node.path };
  },
  *compare(facts) {
    if (factsOfKind(facts, 'kept').length > 0) return;
    for (const { section, value } of factsOfKind(facts, 'sent')) {
      const message = `The webhook “${value.event}” is sent, and no model keeps what is to be delivered. Keep a row for each delivery until it is answered.`;
      yield { section, value: { span: value.span, message, cause: unkept } };
    }
  },
});

const key = 'senders';

type SenderFact = Keyed &
  ({ readonly kind: 'kept' } | { readonly kind: 'sent'; readonly span: Span; readonly event: string });

const unkept: Cause = {
  key: 'unkept',
  message: (count) =>
    `${count} webhooks are sent, and no model keeps what is to be delivered. Keep a row for each delivery until it is answered.`,
};

function isQueued({ summary, description: text }: Operation): boolean {
  return [summary, text].some((each) => storedElsewhere.test(each?.value ?? ''));
}
