import type { NewParameter } from '#rules/fixes/openapi/parameter-value.ts';

/** The headers of Standard Webhooks, and what their components are called. */
export const standardHeaders: readonly { readonly component: string; readonly parameter: NewParameter }[] = [
  {
    component: 'WebhookId',
    parameter: {
      name: 'webhook-id',
      in: 'header',
      required: true,
      description: 'The same for every attempt to deliver the event; use it to discard duplicates.',
      schema: { type: 'string' },
    },
  },
  {
    component: 'WebhookTimestamp',
    parameter: {
      name: 'webhook-timestamp',
      in: 'header',
      required: true,
      description: 'When this attempt was made, in seconds since 1970.',
      schema: { type: 'integer', format: 'int64' },
    },
  },
  {
    component: 'WebhookSignature',
    parameter: {
      name: 'webhook-signature',
      in: 'header',
      required: true,
      description:
        '"v1," and the base64 HMAC-SHA256 of id, timestamp and body joined by full stops; several are separated by blanks.',
      schema: { type: 'string' },
    },
  },
];
