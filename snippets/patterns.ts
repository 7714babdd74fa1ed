import { asyncAccepted } from '#snippets/openapi/async-accepted.ts';
import { bulk } from '#snippets/openapi/bulk.ts';
import { cacheGet } from '#snippets/openapi/cache-get.ts';
import { create201 } from '#snippets/openapi/create-201.ts';
import { deprecate } from '#snippets/openapi/deprecate.ts';
import { etagIfMatch } from '#snippets/openapi/etag-if-match.ts';
import { idempotencyKey } from '#snippets/openapi/idempotency-key.ts';
import { listCursor } from '#snippets/openapi/list-cursor.ts';
import { listOffset } from '#snippets/openapi/list-offset.ts';
import { mergePatchOperation } from '#snippets/openapi/merge-patch-operation.ts';
import { moneySchema } from '#snippets/openapi/money-schema.ts';
import { problem } from '#snippets/openapi/problem.ts';
import { problemValidation } from '#snippets/openapi/problem-validation.ts';
import { securityBearer } from '#snippets/openapi/security-bearer.ts';
import { softDelete } from '#snippets/openapi/soft-delete.ts';
import { tooManyRequests } from '#snippets/openapi/too-many-requests.ts';
import { webhook } from '#snippets/openapi/webhook.ts';
import { webhookReceiver } from '#snippets/openapi/webhook-receiver.ts';
import type { OpenApiPattern } from '#snippets/pattern.ts';
import { basicModel } from '#snippets/prisma/basic-model.ts';
import { idempotencyRecord } from '#snippets/prisma/idempotency-record.ts';
import { joinModel } from '#snippets/prisma/join-model.ts';
import { moneyFields } from '#snippets/prisma/money-fields.ts';
import { outbox } from '#snippets/prisma/outbox.ts';
import { processedEvent } from '#snippets/prisma/processed-event.ts';
import { saga } from '#snippets/prisma/saga.ts';
import { softDeleteFields } from '#snippets/prisma/soft-delete-fields.ts';
import { tenantRelation } from '#snippets/prisma/tenant-relation.ts';
import { treeRelation } from '#snippets/prisma/tree-relation.ts';
import { versionField } from '#snippets/prisma/version-field.ts';
import { webhookDelivery } from '#snippets/prisma/webhook-delivery.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

/** The patterns for OpenAPI descriptions, in the order they are offered. */
export const openApiPatterns: readonly OpenApiPattern[] = [
  listCursor,
  listOffset,
  create201,
  mergePatchOperation,
  bulk,
  asyncAccepted,
  softDelete,
  problem,
  problemValidation,
  tooManyRequests,
  idempotencyKey,
  etagIfMatch,
  cacheGet,
  deprecate,
  webhook,
  webhookReceiver,
  moneySchema,
  securityBearer,
];

/** The patterns for Prisma schemas, in the order they are offered. */
export const prismaPatterns: readonly PrismaPattern[] = [
  basicModel,
  joinModel,
  treeRelation,
  moneyFields,
  softDeleteFields,
  versionField,
  tenantRelation,
  outbox,
  processedEvent,
  idempotencyRecord,
  webhookDelivery,
  saga,
];
