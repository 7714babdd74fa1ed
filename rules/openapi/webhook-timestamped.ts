import { effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { webhookSignatures } from '#rules/checklist.ts';
import {
  type BareWebhook,
  bareFinding,
  bareWebhook,
  type HeadersFact,
  headersFact,
  type WantedWebhookHeader,
} from '#rules/detectors/openapi/webhook-gap.ts';
import { isSent, propertiesSent } from '#rules/detectors/openapi/webhook-parts.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { standardWebhooks } from '#rules/sources.ts';

export const webhookTimestamped = globalRule({
  id: 'openapi/webhook-timestamped',
  summary: 'Sign the time at which a webhook is sent with it.',
  why: 'A signature alone is good for ever: who has seen one delivery can send it again next year. With the time signed, a receiver refuses what is old.',
  item: webhookSignatures,
  references: [standardWebhooks],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A signature that never grows old',
      bad: `openapi: 3.1.0
webhooks:
  orderPlaced:
    «post»:
      parameters:
        - { name: X-Signature, in: header, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                id: { type: string }
      responses:
        '204': { description: Received. }
components:
  parameters:
    WebhookTimestamp: { name: webhook-timestamp, in: header, schema: { type: integer } }
`,
      good: `openapi: 3.1.0
webhooks:
  orderPlaced:
    post:
      parameters:
        - { name: X-Signature, in: header, schema: { type: string } }
        - { $ref: '#/components/parameters/WebhookTimestamp' }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                id: { type: string }
      responses:
        '204': { description: Received. }
components:
  parameters:
    WebhookTimestamp: { name: webhook-timestamp, in: header, schema: { type: integer } }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<HeadersFact | BareWebhook> {
    if (node.kind === 'openapi.document') yield headersFact(node, scope);
    else if (isSent(node) && lacksTime(node, scope)) yield bareWebhook(node);
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined) return;
    for (const { section, value } of factsOfKind(facts, 'bare'))
      yield { section, value: bareFinding(value, document.value, timestamp) };
  },
});

/** Signed by a header, without a time that could be signed with it. */
function lacksTime(operation: Operation, scope: Scope): boolean {
  if (!knowsParameters(operation, scope)) return false;
  const headers = effectiveParameters(operation, scope).filter(({ in: place }) => place?.value === 'header');
  const signature = headers.find(({ name }) => /signature|hmac|digest/i.test(name?.value ?? ''));
  if (signature === undefined || headers.some(({ name }) => timeName.test(name?.value ?? ''))) return false;
  const texts = [signature.description, operation.description, operation.summary];
  if (texts.some((text) => /time|\bt=|replay/i.test(text?.value ?? ''))) return false;
  const properties = propertiesSent(operation, scope);
  return properties !== undefined && ![...properties].some((name) => timeName.test(name));
}

const timeName =
  /time|date$|(?:created|sent|occurred|updated|issued|emitted|triggered|published|delivered)(?:at|on)?$|^(?:ts|iat|at)$/i;

const timestamp: WantedWebhookHeader = {
  header: 'webhook-timestamp',
  messageOf: (name) => `The signature of the ${name} never grows old: no time is sent with it. Sign one, too.`,
  cause: {
    key: 'timeless',
    message: (count) => `The signatures of ${count} webhooks and callbacks never grow old: no time is sent with them.`,
    fixTitle: (count) => `Send the time with ${count} webhooks and callbacks`,
  },
};
