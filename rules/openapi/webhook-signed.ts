import { type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { webhookSignatures } from '#rules/checklist.ts';
import { headersTaken, isSigned, speaksOfSignatures } from '#rules/detectors/webhook-signature.ts';
import { signAll, type UnsignedWebhook, unsignedWebhook } from '#rules/fixes/sign-webhooks.ts';
import { standardWebhooks } from '#rules/sources.ts';

export const webhookSigned = globalRule({
  id: 'openapi/webhook-signed',
  summary: 'Sign the webhooks and callbacks you send.',
  why: 'The address of a receiver is no secret. Without a signature anyone can send it events, and replay the ones that were real.',
  item: webhookSignatures,
  references: [standardWebhooks],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A webhook that could come from anyone',
      bad: `openapi: 3.1.0
webhooks:
  orderPlaced:
    «post»:
      requestBody:
        content:
          application/json:
            schema:
              type: object
      responses:
        '204':
          description: Received.
`,
      good: `openapi: 3.1.0
webhooks:
  orderPlaced:
    post:
      parameters:
        - $ref: '#/components/parameters/WebhookId'
        - $ref: '#/components/parameters/WebhookTimestamp'
        - $ref: '#/components/parameters/WebhookSignature'
      requestBody:
        content:
          application/json:
            schema:
              type: object
      responses:
        '204':
          description: Received.
components:
  parameters:
    WebhookId:
      name: webhook-id
      in: header
      required: true
      description: The same for every attempt to deliver the event; use it to discard duplicates.
      schema:
        type: string
    WebhookTimestamp:
      name: webhook-timestamp
      in: header
      required: true
      description: When this attempt was made, in seconds since 1970.
      schema:
        type: integer
        format: int64
    WebhookSignature:
      name: webhook-signature
      in: header
      required: true
      description: '"v1," and the base64 HMAC-SHA256 of id, timestamp and body joined by full stops; several are separated by blanks.'
      schema:
        type: string
`,
    },
    {
      title: 'A callback with an id and no signature',
      bad: `openapi: 3.0.3
paths:
  /subscriptions:
    post:
      responses: {}
      callbacks:
        event:
          '{$request.body#/url}':
            «post»:
              parameters:
                - $ref: '#/components/parameters/WebhookId'
              responses: {}
components:
  parameters:
    WebhookId: { name: webhook-id, in: header, schema: { type: string } }
    WebhookTimestamp: { name: webhook-timestamp, in: header, schema: { type: integer } }
    WebhookSignature: { name: webhook-signature, in: header, schema: { type: string } }
`,
      good: `openapi: 3.0.3
paths:
  /subscriptions:
    post:
      responses: {}
      callbacks:
        event:
          '{$request.body#/url}':
            post:
              parameters:
                - $ref: '#/components/parameters/WebhookId'
                - $ref: '#/components/parameters/WebhookTimestamp'
                - $ref: '#/components/parameters/WebhookSignature'
              responses: {}
components:
  parameters:
    WebhookId: { name: webhook-id, in: header, schema: { type: string } }
    WebhookTimestamp: { name: webhook-timestamp, in: header, schema: { type: integer } }
    WebhookSignature: { name: webhook-signature, in: header, schema: { type: string } }
`,
    },
  ],
  on: ['openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<WebhookFact> {
    const key = 'webhooks';
    if (node.kind === 'openapi.info') {
      if (speaksOfSignatures(node.description?.value)) yield { key, kind: 'explained' };
    } else if ((node.origin === 'webhook' || node.origin === 'callback') && node.method !== 'get') {
      const name = `The ${node.origin} “${node.path}”`;
      const webhook = unsignedWebhook(node, new Set(headersTaken(node, scope)));
      yield { key, kind: 'sent', name, span: node.anchor, isSigned: isSigned(node, scope), webhook };
    }
  },
  *compare(facts) {
    if (facts.some(({ value }) => value.kind === 'explained')) return;
    const sent = facts.flatMap(({ section, value }) => (value.kind === 'sent' ? [{ section, value }] : []));
    const unsigned = sent.filter(({ value }) => !value.isSigned);
    const [first] = unsigned;
    if (first === undefined) return;
    // Where none is signed there is one cause: one finding, whose fix mends them all.
    const groups = unsigned.length === sent.length ? [unsigned] : unsigned.map((fact) => [fact]);
    for (const group of groups) {
      const [one = first, ...others] = group;
      const rest = others.map(({ value }) => value);
      yield { section: one.section, value: unsignedFinding(one.value, rest) };
    }
  },
});

type WebhookFact = Keyed & (SentFact | { readonly kind: 'explained' });

interface SentFact {
  readonly kind: 'sent';
  readonly name: string;
  readonly span: Span;
  readonly isSigned: boolean;
  readonly webhook: UnsignedWebhook;
}

function unsignedFinding(one: SentFact, others: readonly SentFact[]): Finding {
  const { name, span } = one;
  const message =
    others.length === 0
      ? `${name} carries no signature.`
      : `${name} and ${others.length} more carry no signature, and nothing explains how they are verified.`;
  const title = others.length === 0 ? 'Sign it' : `Sign all ${others.length + 1}`;
  const webhooks = [one, ...others].map(({ webhook }) => webhook);
  return { span, message, fixes: signAll(title, webhooks) };
}
