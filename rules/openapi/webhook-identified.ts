import { knowsParameters } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { isSent, namesSent, propertiesSent } from '#rules/detectors/openapi/webhook-parts.ts';
import { isSigned, speaksOfSignatures } from '#rules/detectors/openapi/webhook-signature.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { type ParametersSite, parametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { type HouseParameter, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { standardHeader, takeHeaders } from '#rules/fixes/openapi/take-headers.ts';
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
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<IdFact> {
    if (node.kind === 'openapi.document') {
      const shared = sharedParameters(({ in: place }) => place?.value === 'header', scope);
      yield { key, kind: 'document', context: node.context, shared };
    } else if (isSent(node) && lacksId(node, scope)) {
      const isChangeable = isWrittenInPlace(node) && node.parametersReference === undefined;
      const site = isChangeable ? parametersSite(node) : undefined;
      yield { key, kind: 'nameless', span: node.anchor, name: `${node.origin} “${node.path}”`, site };
    }
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined) return;
    for (const { section, value } of factsOfKind(facts, 'nameless'))
      yield { section, value: nameless(value, document.value) };
  },
});

const key = 'ids';

type IdFact = Keyed & (DocumentFact | NamelessFact);

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly shared: readonly HouseParameter[];
}

interface NamelessFact {
  readonly kind: 'nameless';
  readonly span: Span;
  /** `webhook “orderPlaced”` */
  readonly name: string;
  /** Undefined where an alias stands in the way. */
  readonly site: ParametersSite | undefined;
}

/** One that is not signed either another rule tells; to sign it gives it an id. */
function lacksId(operation: Operation, scope: Scope): boolean {
  if (!knowsParameters(operation, scope)) return false;
  const names = namesSent(operation, scope);
  if (names.some((name) => idHeader.test(name))) return false;
  const properties = propertiesSent(operation, scope);
  const idName = operation.origin === 'webhook' ? eventId : anyId;
  if (properties === undefined || [...properties].some((name) => idName.test(name))) return false;
  const isExplained = scope.roots('openapi.info').some(({ description }) => speaksOfSignatures(description?.value));
  return isExplained || isSigned(operation, scope);
}

const idHeader = /(?:^|-)(?:id|uuid|guid|key|delivery|nonce)$/;
const eventId =
  /^(?:id|uuid|guid|eid|nonce)$|(?:event|message|delivery|notification|webhook|idempotency|request|correlation|trace)(?:s)?(?:id|key|uuid|reference|identifier)$/;
/** A callback tells how something stands that was asked for: sent again it says the same. */
const anyId = /(?:id|uuid|guid|key|number|reference|ref|token|identifier|code)$/;

function nameless({ span, name, site }: NamelessFact, { shared, context }: DocumentFact): Finding {
  const message = `The ${name} carries no id by which it is known when sent again. Send one, such as “webhook-id”.`;
  const header = standardHeader('webhook-id', shared, context);
  const taken = site && takeHeaders(site, [header]);
  const fixes: readonly Fix[] =
    taken === undefined
      ? []
      : [
          {
            title: `Send \`${header.name}\` with the ${name}`,
            safety: 'review',
            changes: [taken[0], ...taken.slice(1), ...header.additions],
          },
        ];
  return { span, message, fixes, cause: namelessWebhooks };
}

const namelessWebhooks: Cause = {
  key: 'nameless',
  message: (count) => `${count} webhooks and callbacks carry no id by which they are known when sent again.`,
  fixTitle: (count) => `Send an id with ${count} webhooks and callbacks`,
};
