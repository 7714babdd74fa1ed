import type { DescriptionContext } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import { capitalised } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { webhookSignatures } from '#rules/checklist.ts';
import { isSigned, speaksOfSignatures } from '#rules/detectors/openapi/webhook-signature.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import type { HouseParameter } from '#rules/fixes/openapi/house-parameter.ts';
import {
  houseSignature,
  type SigningStyle,
  sharedSignature,
  signingStyle,
  signLike,
  type UnsignedWebhook,
  unsignedWebhook,
} from '#rules/fixes/openapi/sign-webhooks.ts';
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
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<WebhookFact> {
    const key = 'webhooks';
    if (node.kind === 'openapi.document') {
      yield { key, kind: 'document', context: node.context, shared: sharedSignature(scope) };
    } else if (node.kind === 'openapi.info') {
      if (speaksOfSignatures(node.description?.value)) yield { key, kind: 'explained' };
    } else if ((node.origin === 'webhook' || node.origin === 'callback') && node.method !== 'get') {
      if (isSigned(node, scope)) yield { key, kind: 'signed', style: signingStyle(node, scope) };
      else {
        const name = `the ${node.origin} “${node.path}”`;
        yield { key, kind: 'unsigned', name, span: node.anchor, webhook: unsignedWebhook(node, scope) };
      }
    }
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined || facts.some(({ value }) => value.kind === 'explained')) return;
    const { shared, context } = document.value;
    const style = houseSignature(
      factsOfKind(facts, 'signed').flatMap(({ value }) => value.style ?? []),
      shared,
      context,
    );
    for (const { section, value } of factsOfKind(facts, 'unsigned'))
      yield { section, value: unsignedFinding(value, style, context) };
  },
});

type WebhookFact = Keyed & (DocumentFact | SignedFact | UnsignedFact | { readonly kind: 'explained' });

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly shared: readonly HouseParameter[];
}

interface SignedFact {
  readonly kind: 'signed';
  readonly style: SigningStyle | undefined;
}

interface UnsignedFact {
  readonly kind: 'unsigned';
  readonly name: string;
  readonly span: Span;
  readonly webhook: UnsignedWebhook | undefined;
}

function unsignedFinding(
  { name, span, webhook }: UnsignedFact,
  style: SigningStyle,
  context: DescriptionContext,
): Finding {
  const message = `${capitalised(name)} documents no signature.`;
  const fixes = webhook === undefined ? [] : signLike(style, webhook, name, context);
  return { span, message, fixes, cause: unsignedWebhooks };
}

const unsignedWebhooks: Cause = {
  key: 'unsigned',
  message: (count) =>
    `${count} webhooks and callbacks document no signature, and neither their texts nor that of the API explain how they are verified.`,
  fixTitle: (count) => `Sign ${count} webhooks and callbacks`,
};
