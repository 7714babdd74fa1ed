import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { webhookSignatures } from '#rules/checklist.ts';
import { isVerified, webhookReceiver } from '#rules/detectors/openapi/webhook-receiver.ts';
import { speaksOfSignatures } from '#rules/detectors/openapi/webhook-signature.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { ownParametersSite, type ParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { type HouseParameter, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { standardHeader, takeHeaders } from '#rules/fixes/openapi/take-headers.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { standardWebhooks } from '#rules/sources.ts';
import { webhookSenders } from '#rules/words/webhook-senders.ts';

export const receivedWebhookSigned = globalRule({
  id: 'openapi/received-webhook-signed',
  summary: 'Take the signature with every webhook you receive.',
  why: 'The address of a receiver is no secret. One that looks at no signature marks an order as paid for anyone who posts that it is.',
  item: webhookSignatures,
  references: [standardWebhooks],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A payment provider whose signature nobody looks at',
      bad: `openapi: 3.1.0
paths:
  /webhooks/stripe:
    «post»:
      summary: Stripe events
      requestBody: { $ref: '#/components/requestBodies/Event' }
      responses:
        '204': { description: Received. }
`,
      good: `openapi: 3.1.0
paths:
  /webhooks/stripe:
    post:
      summary: Stripe events
      parameters:
        - name: Stripe-Signature
          in: header
          required: true
          description: The signature of the body; verify it before anything else.
          schema:
            type: string
      requestBody: { $ref: '#/components/requestBodies/Event' }
      responses:
        '204': { description: Received. }
`,
    },
    {
      title: 'A receiver of a system that may sign as Standard Webhooks has it',
      bad: `openapi: 3.0.3
paths:
  /hooks/orders:
    «post»:
      summary: Receives webhooks of the warehouse.
      parameters:
        - $ref: '#/components/parameters/Tenant'
      responses:
        '204': { description: Received. }
components:
  parameters:
    Tenant: { name: tenant, in: query, schema: { type: string } }
    WebhookId: { name: webhook-id, in: header, required: true, schema: { type: string } }
    WebhookTimestamp: { name: webhook-timestamp, in: header, required: true, schema: { type: integer } }
    WebhookSignature: { name: webhook-signature, in: header, required: true, schema: { type: string } }
`,
      good: `openapi: 3.0.3
paths:
  /hooks/orders:
    post:
      summary: Receives webhooks of the warehouse.
      parameters:
        - $ref: '#/components/parameters/Tenant'
        - $ref: '#/components/parameters/WebhookId'
        - $ref: '#/components/parameters/WebhookTimestamp'
        - $ref: '#/components/parameters/WebhookSignature'
      responses:
        '204': { description: Received. }
components:
  parameters:
    Tenant: { name: tenant, in: query, schema: { type: string } }
    WebhookId: { name: webhook-id, in: header, required: true, schema: { type: string } }
    WebhookTimestamp: { name: webhook-timestamp, in: header, required: true, schema: { type: integer } }
    WebhookSignature: { name: webhook-signature, in: header, required: true, schema: { type: string } }
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<ReceiverFact> {
    if (node.kind === 'openapi.document') {
      const shared = sharedParameters(({ in: place }) => place?.value === 'header', scope);
      yield { key, kind: 'document', context: node.context, shared };
    } else if (node.kind === 'openapi.info') {
      if (speaksOfSignatures(node.description?.value)) yield { key, kind: 'explained' };
    } else {
      const receiver = webhookReceiver(node);
      if (receiver !== undefined && !isVerified(node, scope)) yield unverified(node, receiver.sender);
    }
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined || factsOfKind(facts, 'explained').length > 0) return;
    for (const { section, value } of factsOfKind(facts, 'unverified'))
      yield { section, value: unverifiedFinding(value, document.value) };
  },
});

const key = 'receivers';

type ReceiverFact = Keyed & (DocumentFact | UnverifiedFact | { readonly kind: 'explained' });

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  /** The headers that are shared. */
  readonly shared: readonly HouseParameter[];
}

interface UnverifiedFact {
  readonly kind: 'unverified';
  readonly span: Span;
  readonly title: string;
  /** The headers its sender is known to sign with. */
  readonly headers: readonly string[] | undefined;
  /** Undefined where an alias stands in the way. */
  readonly site: ParametersSite | undefined;
}

function unverified(operation: Operation, sender: string | undefined): UnverifiedFact & Keyed {
  return {
    key,
    kind: 'unverified',
    span: operation.anchor,
    title: operationTitle(operation),
    headers: sender === undefined ? undefined : webhookSenders.get(sender),
    site: ownParametersSite(operation),
  };
}

function unverifiedFinding({ span, title, headers, site }: UnverifiedFact, document: DocumentFact): Finding {
  const names = headers ?? standardNames;
  const message = `${title} takes no signature: anyone can send it events. Take and verify ${quotedList(names)}.`;
  const changes = site && takeSignature(site, names, document);
  const fixes: readonly Fix[] =
    changes === undefined ? [] : [{ title: `Take ${quotedList(names)} in ${title}`, safety: 'review', changes }];
  return { span, message, fixes, cause: unverifiedReceivers };
}

const standardNames = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];

/** As headers that are shared already, else as those of Standard Webhooks, else in place: one sender has one receiver. */
function takeSignature(site: ParametersSite, names: readonly string[], { shared, context }: DocumentFact) {
  const headers = names.map((name) => {
    const known = shared.find((header) => header.name.toLowerCase() === name.toLowerCase());
    if (known !== undefined) return { ...known, additions: [] };
    return standardNames.includes(name)
      ? standardHeader(name, shared, context)
      : { name, value: parameterValue(context, signatureHeader(name)), additions: [] };
  });
  const taken = takeHeaders(site, headers);
  if (taken === undefined) return undefined;
  const [first, ...others] = taken;
  return [first, ...others, ...headers.flatMap(({ additions }) => additions)] as const;
}

function signatureHeader(name: string) {
  return { name, in: 'header', required: true, description: describe(name), schema: { type: 'string' } } as const;
}

function describe(name: string): string {
  if (/timestamp|time$/i.test(name)) return 'When the event was sent; refuse what is old.';
  if (/-id$/i.test(name)) return 'The same for every attempt to deliver the event; use it to discard duplicates.';
  return 'The signature of the body; verify it before anything else.';
}

const unverifiedReceivers: Cause = {
  key: 'unverified',
  message: (count) => `${count} receivers of webhooks take no signature: anyone can send them events.`,
  fixTitle: (count) => `Take signatures in ${count} receivers of webhooks`,
};
