import type { PrismaModel } from '#core/prisma/model.ts';
import { bareType, leadsToItself } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { type KeptFor, keptFor, mayBeKept } from '#rules/detectors/prisma/kept-record.ts';
import { isMirror } from '#rules/detectors/prisma/mirror-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isTenantModelName } from '#rules/detectors/prisma/tenant-column.ts';
import { keepWithoutOwner, refuseDeletion } from '#rules/fixes/prisma/set-on-delete.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { meantToGo } from '#rules/words/kept-records.ts';

export const recordsOutliveOwner = localRule({
  id: 'prisma/records-outlive-owner',
  summary: 'Keep payments, invoices and audit logs when what they belong to is deleted.',
  why:
    'Tax law and auditors ask for them years later, and the sums of a month must not change because a customer left. ' +
    'With `onDelete: Cascade` one deletion takes them along, without a trace and without asking.',
  item: foreignKeys,
  references: [prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Payments go with the customer',
      bad: `model Customer {
  id       Int       @id @default(autoincrement())
  payments Payment[]
}

model Payment {
  id         Int      @id @default(autoincrement())
  customer   Customer @relation(fields: [customerId], references: [id], onDelete: «Cascade»)
  customerId Int

  @@index([customerId])
}
`,
      good: `model Customer {
  id       Int       @id @default(autoincrement())
  payments Payment[]
}

model Payment {
  id         Int      @id @default(autoincrement())
  customer   Customer @relation(fields: [customerId], references: [id], onDelete: Restrict)
  customerId Int

  @@index([customerId])
}
`,
    },
    {
      title: 'The audit log forgets what a user did',
      bad: `model User {
  id     String      @id @default(uuid())
  audits audit_log[]
}

model audit_log {
  id       String  @id @default(uuid())
  actor    User?   @relation(fields: [actor_id], references: [id], onDelete: «Cascade»)
  actor_id String?
  action   String

  @@index([actor_id])
}
`,
      good: `model User {
  id     String      @id @default(uuid())
  audits audit_log[]
}

model audit_log {
  id       String  @id @default(uuid())
  actor    User?   @relation(fields: [actor_id], references: [id], onDelete: SetNull)
  actor_id String?
  action   String

  @@index([actor_id])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const kept = keptFor(model);
    if (kept === undefined || !isTable(model) || isMirror(model) || commentsSay(model.section.text, meantToGo)) return;
    for (const key of foreignKeysOf(model)) {
      if (key.onDelete?.value !== 'Cascade' || isPartOf(key, model, kept)) continue;
      const fixes = [keepWithoutOwner(key, model), refuseDeletion(key, model, scope)];
      yield {
        span: key.onDelete.span,
        message: `Deleting from ${key.field.type.value} cascades to \`${model.name.value}\`, whose rows ${reasons[kept]}.`,
        fixes: fixes.filter((fix) => fix !== undefined),
        cause: {
          key: 'kept',
          message: (count) => `${count} relations cascade deletes to rows that accounting or audits need.`,
          fixTitle: (count) => `Keep the records of ${count} relations when their owner is deleted`,
        },
      };
    }
  },
});

const reasons = {
  books: 'accounting must keep',
  audit: 'audits need',
} as const;

/** True for a refund of a payment, which nobody deletes either; for the audit log of a tenant; and for a tree. */
function isPartOf({ field }: ForeignKey, model: PrismaModel, kept: KeptFor): boolean {
  const owner = bareType(field);
  if (leadsToItself(field, model) || mayBeKept(owner)) return true;
  return kept === 'audit' && isTenantModelName(owner);
}
