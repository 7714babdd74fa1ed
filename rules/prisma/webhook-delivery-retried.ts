import { type FieldLine, insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { longRunningWork } from '#rules/checklist.ts';
import { lastColumn } from '#rules/detectors/prisma/model-columns.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isOutgoingDelivery } from '#rules/detectors/prisma/webhook-delivery.ts';
import { addedColumns } from '#rules/fixes/prisma/added-columns.ts';
import { columnLine } from '#rules/fixes/prisma/column-line.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { standardWebhooks } from '#rules/sources.ts';
import { attemptNames, nextTryNames } from '#rules/words/message-tables.ts';

export const webhookDeliveryRetried = localRule({
  id: 'prisma/webhook-delivery-retried',
  summary: 'Store how often a webhook was tried, and when it is tried next.',
  why: 'A receiver that is down for an hour gets its webhooks afterwards only where somebody counts the attempts and knows the next one. Without that a delivery is tried once, or for ever.',
  item: longRunningWork,
  references: [standardWebhooks],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'Deliveries that are tried once',
      bad: `model «WebhookDelivery» {
  id         Int      @id @default(autoincrement())
  endpointId Int
  event      String
  payload    Json
  statusCode Int?
  createdAt  DateTime @default(now())
}
`,
      good: `model WebhookDelivery {
  id            Int       @id @default(autoincrement())
  endpointId    Int
  event         String
  payload       Json
  statusCode    Int?
  createdAt     DateTime  @default(now())
  attempts      Int       @default(0)
  nextAttemptAt DateTime?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isOutgoingDelivery(model) || !isTable(model)) return;
    const names = model.fields.map(({ name }) => foldedName(name.value));
    const hasAttempts = names.some((name) => attemptNames.has(name));
    const hasNext = names.some((name) => nextTryNames.has(name));
    if (hasAttempts || hasNext || model.fields.some(isElsewhere) || commentsSay(model.section.text, queues)) return;
    const siblings = siblingModels(model, scope);
    const lines: readonly [FieldLine, FieldLine] = [
      columnLine('attempts', 'Int', siblings, '@default(0)'),
      columnLine('nextAttemptAt', 'DateTime?', siblings),
    ];
    yield {
      span: model.name.span,
      message: `${model.name.value} does not say how often a delivery was tried, and when it is tried next.`,
      fixes: [
        prismaFix(
          `Add ${addedColumns(lines)} to ${model.name.value}`,
          'review',
          model.section,
          ...insertFieldsEdits(model, lines, lastColumn(model, scope)?.name.value),
        ),
      ],
    };
  },
});

/** What counts the attempts: rows of their own, or a job. */
function isElsewhere({ name }: PrismaModel['fields'][number]): boolean {
  return wordsOf(name.value).some((word) =>
    ['attempts', 'attempt', 'retry', 'retries', 'job', 'run', 'task', 'queue'].includes(word),
  );
}

const queues = /\b(?:queue|bullmq|sqs|temporal|inngest|svix|hookdeck|retr(?:y|ies|ied)|worker)\b/i;
