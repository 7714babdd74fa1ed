import { insertFieldAttributeEdit, removeBlockAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { idempotencyKeyOf, isIdempotencyModel, isKeptApart } from '#rules/detectors/prisma/idempotency-key.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addUnique } from '#rules/fixes/prisma/add-unique.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { draft } from '#rules/sources.ts';

export const idempotencyKeyUnique = localRule({
  id: 'prisma/idempotency-key-unique',
  summary: 'Make the idempotency key of a request unique.',
  why:
    'A client that got no answer sends the same key again, often while the first request still runs. Looking for the key and then writing it lets both through: the payment is made twice. ' +
    'Only a unique key makes the second one fail.',
  item: idempotentConsumers,
  references: [draft('draft-ietf-httpapi-idempotency-key-header', 'The Idempotency-Key HTTP Header Field')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A key that is only indexed',
      bad: `model IdempotencyKey {
  id             Int      @id @default(autoincrement())
  «key»            String
  requestHash    String
  responseStatus Int?
  responseBody   Json?
  expiresAt      DateTime
  createdAt      DateTime @default(now())

  @@index([key])
}
`,
      good: `model IdempotencyKey {
  id             Int      @id @default(autoincrement())
  key            String   @unique
  requestHash    String
  responseStatus Int?
  responseBody   Json?
  expiresAt      DateTime
  createdAt      DateTime @default(now())
}
`,
    },
    {
      title: 'The key of a payment, for each account',
      bad: `model Payment {
  id             Int     @id @default(autoincrement())
  accountId      Int
  amount         Decimal
  «idempotencyKey» String?
}
`,
      good: `model Payment {
  id             Int     @id @default(autoincrement())
  accountId      Int
  amount         Decimal
  idempotencyKey String?

  @@unique([accountId, idempotencyKey])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const key = idempotencyKeyOf(model);
    if (key === undefined || isKeptApart(key, model) || !isTable(model)) return;
    if (
      (isLogModel(model) && !isIdempotencyModel(model)) ||
      commentsSay(model.section.text, /\bpartial\b|\bunique index\b|\bpassed (?:on|to)\b/i)
    )
      return;
    const fix = uniqueFix(key, model, scope);
    yield {
      span: key.name.span,
      message: `${model.name.value} may hold the same \`${key.name.value}\` twice.`,
      fixes: fix === undefined ? [] : [fix],
    };
  },
});

/** Keys of different clients may be the same. */
const ownerNames: readonly string[] = [
  'scope',
  'tenantid',
  'accountid',
  'merchantid',
  'clientid',
  'organizationid',
  'userid',
  'customerid',
];

function uniqueFix(key: PrismaField, model: PrismaModel, scope: Scope): Fix | undefined {
  const owner = ownerNames
    .map((name) => model.fields.find((field) => foldedName(field.name.value) === name && !field.isOptional))
    .find((field) => field !== undefined);
  const name = key.name.value;
  if (owner !== undefined) return addUnique(model, [owner.name.value, name], siblingModels(model, scope));
  const useless = indexesOf(model).filter(
    ({ kind, fields, attribute }) =>
      kind === 'index' && attribute.args.length === 1 && fields.length === 1 && fields[0]?.value === name,
  );
  return prismaFix(
    `Make \`${name}\` unique (the migration fails while one is there twice)`,
    'review',
    model.section,
    insertFieldAttributeEdit(key, '@unique'),
    ...useless.map(({ attribute }) => removeBlockAttributeEdit(attribute, model)),
  );
}
