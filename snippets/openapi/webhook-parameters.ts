import { componentReference } from '#snippets/openapi/shared-components.ts';
import type { Values } from '#snippets/pattern.ts';

/** The three headers of a signed webhook (Standard Webhooks). */
export const webhookParameters: readonly Values[] = ['WebhookId', 'WebhookTimestamp', 'WebhookSignature'].map((name) =>
  componentReference('parameters', name),
);
