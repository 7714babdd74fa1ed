import { knowsParameters } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findValue } from '#core/tree/tree.ts';
import { webhookSignatures } from '#rules/checklist.ts';
import { eventBody, isSent, propertiesSent } from '#rules/detectors/openapi/webhook-parts.ts';
import { parameterNames } from '#rules/detectors/openapi/webhook-signature.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { standardWebhooks } from '#rules/sources.ts';

export const webhookEventTyped = globalRule({
  id: 'openapi/webhook-event-typed',
  summary: 'Say in every webhook what has happened.',
  why: 'All webhooks of an API mostly arrive at one address. Without a type in the body or a header the receiver guesses from the fields which one it got.',
  item: webhookSignatures,
  references: [standardWebhooks],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Two events that look alike',
      bad: `openapi: 3.1.0
webhooks:
  order.placed:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                type:
                  const: order.placed
                order:
                  type: string
      responses: {}
  order.cancelled:
    «post»:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                order:
                  type: string
      responses: {}
`,
      good: `openapi: 3.1.0
webhooks:
  order.placed:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                type:
                  const: order.placed
                order:
                  type: string
      responses: {}
  order.cancelled:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                order:
                  type: string
                type:
                  type: string
                  const: order.cancelled
                  description: What has happened.
      responses: {}
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<EventFact> {
    if (operation.origin !== 'webhook' || !isSent(operation)) return;
    const isUntyped = lacksType(operation, scope);
    const site = isUntyped ? bodySite(operation, scope) : undefined;
    yield { key: 'events', span: operation.anchor, name: operation.path, isUntyped, site };
  },
  *compare(facts) {
    // One event needs no name.
    if (facts.length < 2) return;
    for (const { section, value } of facts) if (value.isUntyped) yield { section, value: untyped(value) };
  },
});

interface EventFact extends Keyed {
  readonly span: Span;
  readonly name: string;
  readonly isUntyped: boolean;
  /** The schema of the body, where it belongs to this webhook alone. */
  readonly site: { readonly uri: string; readonly pointer: readonly string[] } | undefined;
}

function lacksType(operation: Operation, scope: Scope): boolean {
  if (!knowsParameters(operation, scope)) return false;
  if (parameterNames(operation, scope).some((name) => /event|topic|type|action|kind/.test(name))) return false;
  const properties = propertiesSent(operation, scope);
  return properties !== undefined && ![...properties].some((name) => typeName.test(name));
}

const typeName = /type|event|topic|action|kind|trigger|subject|name$|operation|reason|status|state/;

function bodySite(operation: Operation, scope: Scope): EventFact['site'] {
  const schema = eventBody(operation, scope);
  if (schema?.role !== 'media-type' || schema.section !== operation.section) return undefined;
  if (findValue(schema.tree, 'properties')?.kind !== 'map' || !isWrittenInPlace(schema, 'properties')) return undefined;
  return { uri: schema.section.uri, pointer: [...pointerOf(schema.location), 'properties', 'type'] };
}

function untyped({ span, name, site }: EventFact): Finding {
  const message = `The webhook “${name}” does not say what has happened. Send a type with it.`;
  const value = { type: 'string', const: name, description: 'What has happened.' };
  const fixes: readonly Fix[] =
    site === undefined
      ? []
      : [
          {
            title: `Send the type “${name}” in the webhook`,
            safety: 'review',
            changes: [{ kind: 'set', uri: site.uri, pointer: site.pointer, value, ifAbsent: true }],
          },
        ];
  return { span, message, fixes, cause: untypedWebhooks };
}

const untypedWebhooks: Cause = {
  key: 'untyped',
  message: (count) => `${count} webhooks do not say what has happened.`,
  fixTitle: (count) => `Send a type in ${count} webhooks`,
};
