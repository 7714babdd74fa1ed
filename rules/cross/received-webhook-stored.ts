import type { Operation } from '#core/openapi/model.ts';
import { type Cause, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { storedKeys } from '#rules/detectors/cross/stored-keys.ts';
import { webhookReceiver } from '#rules/detectors/openapi/webhook-receiver.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { type ModelAddition, processedEventModel } from '#rules/fixes/prisma/processed-event-model.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { standardWebhooks } from '#rules/sources.ts';
import { storedElsewhere } from '#rules/words/stored-elsewhere.ts';

const description = (post: string): string => `openapi: 3.1.0
paths:
  /webhooks/stripe:
    ${post}:
      summary: Receives events of Stripe.
      responses:
        '204': { description: Received. }
`;

const orders = `model Order {
  id        Int      @id @default(autoincrement())
  total     Decimal
  createdAt DateTime @default(now())
}
`;

export const receivedWebhookStored = globalRule({
  id: 'cross/received-webhook-stored',
  summary: 'Remember which webhooks were processed.',
  why: 'Senders deliver at least once: what is not answered in time comes again, and so does what was answered. Only a key that is written in the transaction of the effect tells the second from the first.',
  item: idempotentConsumers,
  references: [standardWebhooks],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Nothing remembers the event',
      bad: { 'openapi.yaml': description('«post»'), 'schema.prisma': orders },
      good: {
        'openapi.yaml': description('post'),
        'schema.prisma': `${orders}
model ProcessedEvent {
  source      String
  eventId     String
  processedAt DateTime @default(now())

  @@id([source, eventId])
  @@index([processedAt])
}
`,
      },
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  needs: ['database'],
  *gather(node, scope): Iterable<ReceiverFact> {
    if (node.kind === 'openapi.document') {
      if (storedKeys(node, scope).hasEventIds) yield { key, kind: 'kept' };
      else yield { key, kind: 'schema', addition: processedEventModel(scope) };
    } else if (node.kind === 'openapi.info') {
      if (storedElsewhere.test(node.description?.value ?? '')) yield { key, kind: 'kept' };
    } else if (webhookReceiver(node) !== undefined && !isKeptElsewhere(node, scope))
      yield { key, kind: 'receiver', span: node.anchor, title: operationTitle(node) };
  },
  *compare(facts) {
    const [schema] = factsOfKind(facts, 'schema');
    if (schema === undefined || factsOfKind(facts, 'kept').length > 0) return;
    const { addition } = schema.value;
    for (const [at, { section, value }] of factsOfKind(facts, 'receiver').entries()) {
      const message = `${value.title} receives events, and no model remembers which were processed.`;
      // One model serves all receivers.
      const fixes = addition === undefined || at > 0 ? [] : [modelFix(addition)];
      yield { section, value: { span: value.span, message, fixes, cause: forgotten } };
    }
  },
});

const key = 'receivers';

type ReceiverFact = Keyed &
  (
    | { readonly kind: 'kept' }
    | { readonly kind: 'schema'; readonly addition: ModelAddition | undefined }
    | { readonly kind: 'receiver'; readonly span: Span; readonly title: string }
  );

const forgotten: Cause = {
  key: 'forgotten',
  message: (count) => `${count} operations receive events, and no model remembers which were processed.`,
  fixTitle: () => 'Add a model of processed events',
};

function isKeptElsewhere({ summary, description: text, responses }: Operation, scope: Scope): boolean {
  const texts = [summary, text, ...responses.map(({ response }) => scope.resolve(response)?.description)];
  return texts.some(
    (each) => storedElsewhere.test(each?.value ?? '') || /\bidempoten|\bdedup/i.test(each?.value ?? ''),
  );
}

function modelFix({ name, section, edit }: ModelAddition) {
  return prismaFix(`Add the model \`${name}\`, keyed by source and id of the event`, 'review', section, edit);
}
