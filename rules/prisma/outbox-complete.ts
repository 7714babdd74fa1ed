import { type FieldLine, insertBlockAttributeEdit, insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import { lastColumn } from '#rules/detectors/prisma/model-columns.ts';
import { type Outbox, outboxOf } from '#rules/detectors/prisma/outbox-model.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addedColumns } from '#rules/fixes/prisma/added-columns.ts';
import { columnLine } from '#rules/fixes/prisma/column-line.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';

export const outboxComplete = localRule({
  id: 'prisma/outbox-complete',
  summary: 'Store with each event of an outbox what it takes to publish it at least once.',
  why:
    'The relay reads what has not been published, oldest first, sends type and payload, and marks it. Without a time of creation there is no order, without a mark that may be empty ' +
    'nothing tells what is left, and without a count of attempts one event that cannot be sent blocks or burdens the relay for ever.',
  item: idempotentConsumers,
  references: [
    {
      title: 'Microservices.io, Transactional outbox',
      url: 'https://microservices.io/patterns/data/transactional-outbox.html',
    },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Nothing says what was published',
      bad: `model «OutboxEvent» {
  id        Int      @id @default(autoincrement())
  type      String
  payload   Json
  createdAt DateTime @default(now())
}
`,
      good: `model OutboxEvent {
  id          Int       @id @default(autoincrement())
  type        String
  payload     Json
  createdAt   DateTime  @default(now())
  attempts    Int       @default(0)
  publishedAt DateTime?

  @@index([publishedAt, createdAt])
}
`,
    },
    {
      title: 'A time of publication that each row has',
      bad: `model OutboxEvent {
  id          Int      @id @default(autoincrement())
  type        String
  payload     Json
  attempts    Int      @default(0)
  createdAt   DateTime @default(now())
  «publishedAt» DateTime @default(now())

  @@index([publishedAt, createdAt])
}
`,
      good: `model OutboxEvent {
  id          Int       @id @default(autoincrement())
  type        String
  payload     Json
  attempts    Int       @default(0)
  createdAt   DateTime  @default(now())
  publishedAt DateTime?

  @@index([publishedAt, createdAt])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const outbox = isTable(model) ? outboxOf(model) : undefined;
    if (outbox === undefined) return;
    const missing = missingParts(outbox);
    if (missing.length > 0) {
      const fix = insertFix(model, missing, scope);
      yield {
        span: model.name.span,
        message: `${model.name.value} is an outbox without ${missing.map((part) => meanings[part]).join(' and ')}.`,
        ...(fix && { fixes: [fix] }),
      };
    }
    const { published } = outbox;
    if (published?.type.value !== 'DateTime' || published.isOptional) return;
    yield {
      span: published.name.span,
      message: `\`${model.name.value}.${published.name.value}\` is required, so that every event counts as published.`,
      fixes: [optionalFix(published)],
    };
  },
});

type Part = 'payload' | 'type' | 'createdAt' | 'published' | 'attempts';

const meanings: { readonly [P in Part]: string } = {
  payload: 'a payload',
  type: 'the type of the event',
  createdAt: 'a time of creation',
  published: 'a mark of what was published',
  attempts: 'a count of attempts',
};

function missingParts(outbox: Outbox): readonly Part[] {
  const wanted: readonly Part[] = outbox.isDrained
    ? ['payload', 'type', 'createdAt']
    : ['payload', 'type', 'createdAt', 'attempts', 'published'];
  return wanted.filter((part) => outbox[part] === undefined);
}

/** Columns that rows which are there can be without. */
function insertFix(model: PrismaModel, missing: readonly Part[], scope: Scope): Fix | undefined {
  const siblings = siblingModels(model, scope);
  const provider = providerOf(scope.roots('prisma.datasource'));
  const [first, ...rest] = missing.map((part) => lineOf(part, siblings, provider));
  if (first === undefined || model.section.dialect === 'prisma8') return undefined;
  const names = addedColumns([first, ...rest]);
  return prismaFix(
    `Add ${names} to ${model.name.value}${missing.includes('published') ? ', with an index (events that are there count as not published)' : ''}`,
    'review',
    model.section,
    ...insertFieldsEdits(model, [first, ...rest], lastColumn(model, scope)?.name.value),
    ...pollIndex(model, missing, [first, ...rest], siblings),
  );
}

/** A new mark is what the relay looks for. */
function pollIndex(
  model: PrismaModel,
  missing: readonly Part[],
  lines: readonly FieldLine[],
  siblings: readonly PrismaModel[],
): readonly Edit[] {
  const mark = lines[missing.indexOf('published')]?.name;
  if (mark === undefined) return [];
  const created = lines[missing.indexOf('createdAt')]?.name ?? outboxOf(model)?.createdAt?.name.value;
  const columns = created === undefined ? [mark] : [mark, created];
  return [insertBlockAttributeEdit(model, indexText('index', model, columns, siblings))];
}

function lineOf(part: Part, siblings: readonly PrismaModel[], provider: Provider | undefined): FieldLine {
  const json = provider === 'sqlserver' ? 'String?' : 'Json?';
  if (part === 'payload')
    return columnLine('payload', json, siblings, provider === 'sqlserver' ? '@db.NVarChar(Max)' : '');
  if (part === 'type') return columnLine('type', 'String?', siblings);
  if (part === 'createdAt') return columnLine('createdAt', 'DateTime', siblings, '@default(now())');
  if (part === 'attempts') return columnLine('attempts', 'Int', siblings, '@default(0)');
  return columnLine('publishedAt', 'DateTime?', siblings);
}

function optionalFix(field: NonNullable<Outbox['published']>): Fix {
  const attributes = field.attributes.filter(({ name }) => name.value === 'default' || name.value === 'updatedAt');
  return prismaFix(
    `Make \`${field.name.value}\` optional, without default (events that are there keep their time)`,
    'review',
    field.section,
    rewriteField(field, { isOptional: true, without: attributes }),
  );
}
