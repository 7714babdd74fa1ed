import { knowsParameters } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import {
  type BareWebhook,
  bareFinding,
  bareWebhook,
  type HeadersFact,
  headersFact,
  type WantedWebhookHeader,
} from '#rules/detectors/openapi/webhook-gap.ts';
import { isSent, propertiesSent } from '#rules/detectors/openapi/webhook-parts.ts';
import { isSigned, parameterNames, speaksOfSignatures } from '#rules/detectors/openapi/webhook-signature.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { standardWebhooks, zalando } from '#rules/sources.ts';

export const webhookIdentified = globalRule({
  id: 'openapi/webhook-identified',
  summary: 'Send an id with every event that stays the same when it is sent again.',
  why: 'A webhook that is not answered in time is sent again, though it may have arrived. By its id the receiver knows it; without one the order is shipped twice.',
  item: idempotentConsumers,
  references: [standardWebhooks, zalando(211)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A signed event without an id',
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
                type: { type: string }
                orderId: { type: string }
      responses:
        '204': { description: Received. }
components:
  parameters:
    WebhookId: { name: webhook-id, in: header, schema: { type: string } }
`,
      good: `openapi: 3.1.0
webhooks:
  orderPlaced:
    post:
      parameters:
        - { name: X-Signature, in: header, schema: { type: string } }
        - { $ref: '#/components/parameters/WebhookId' }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                type: { type: string }
                orderId: { type: string }
      responses:
        '204': { description: Received. }
components:
  parameters:
    WebhookId: { name: webhook-id, in: header, schema: { type: string } }
`,
    },
    {
      title: 'Signed as the description says',
      bad: `openapi: 3.1.0
info: { title: Shop, version: 1.0.0, description: Webhooks are signed with HMAC. }
webhooks:
  orderPlaced:
    «post»:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { type: { type: string } } }
      responses: {}
components:
  parameters:
    WebhookId: { name: webhook-id, in: header, schema: { type: string } }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: 1.0.0, description: Webhooks are signed with HMAC. }
webhooks:
  orderPlaced:
    post:
      parameters:
        - $ref: '#/components/parameters/WebhookId'
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { type: { type: string } } }
      responses: {}
components:
  parameters:
    WebhookId: { name: webhook-id, in: header, schema: { type: string } }
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<IdFact> {
    if (node.kind === 'openapi.document') {
      // How webhooks are signed may be said there; where that is not understood nothing is known.
      scope.roots('openapi.info');
      yield headersFact(node, scope);
    } else if (node.kind === 'openapi.info') {
      if (speaksOfSignatures(node.description?.value)) yield { key: 'webhooks', kind: 'explained' };
    } else if (isSent(node) && lacksId(node, scope)) {
      yield { ...bareWebhook(node), isSigned: isSigned(node, scope) };
    }
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined) return;
    const isExplained = factsOfKind(facts, 'explained').length > 0;
    // One that is not signed either another rule tells; to sign it gives it an id.
    for (const { section, value } of factsOfKind(facts, 'bare'))
      if (isExplained || value.isSigned) yield { section, value: bareFinding(value, document.value, id) };
  },
});

type IdFact = HeadersFact | (BareWebhook & { readonly isSigned: boolean }) | (Keyed & { readonly kind: 'explained' });

function lacksId(operation: Operation, scope: Scope): boolean {
  if (!knowsParameters(operation, scope)) return false;
  const names = parameterNames(operation, scope);
  if (names.some((name) => idHeader.test(name))) return false;
  const properties = propertiesSent(operation, scope);
  const idName = operation.origin === 'webhook' ? eventId : anyId;
  return properties !== undefined && ![...properties].some((name) => idName.test(name));
}

const idHeader = /(?:^|-)(?:id|uuid|guid|key|delivery|nonce)$/;
const eventId =
  /^(?:id|uuid|guid|eid|nonce)$|(?:event|message|delivery|notification|webhook|idempotency|request|correlation|trace)(?:s)?(?:id|key|uuid|reference|identifier)$/;
/** A callback tells how something stands that was asked for: sent again it says the same. */
const anyId = /(?:id|uuid|guid|key|number|reference|ref|token|identifier|code)$/;

const id: WantedWebhookHeader = {
  header: 'webhook-id',
  messageOf: (name) =>
    `The ${name} carries no id by which it is known when sent again. Send one, such as “webhook-id”.`,
  cause: {
    key: 'nameless',
    message: (count) => `${count} webhooks and callbacks carry no id by which they are known when sent again.`,
    fixTitle: (count) => `Send an id with ${count} webhooks and callbacks`,
  },
};
