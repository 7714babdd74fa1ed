// Written by "npm run generate" from the files in this folder.
import type { EvidenceCollector } from '#core/checklist/evidence.ts';
import { asyncOperations } from '#rules/evidence/async-operations.ts';
import { cacheTables } from '#rules/evidence/cache-tables.ts';
import { deprecatedOperations } from '#rules/evidence/deprecated-operations.ts';
import { eventModels } from '#rules/evidence/event-models.ts';
import { exampleCoverage } from '#rules/evidence/example-coverage.ts';
import { indexes } from '#rules/evidence/indexes.ts';
import { itemOperations } from '#rules/evidence/item-operations.ts';
import { modelSizes } from '#rules/evidence/model-sizes.ts';
import { offsetParameters } from '#rules/evidence/offset-parameters.ts';
import { postsWithoutKey } from '#rules/evidence/posts-without-key.ts';
import { publicReads } from '#rules/evidence/public-reads.ts';
import { rateLimitedOperations } from '#rules/evidence/rate-limited-operations.ts';
import { resources } from '#rules/evidence/resources.ts';
import { softDeletedModels } from '#rules/evidence/soft-deleted-models.ts';
import { stores } from '#rules/evidence/stores.ts';
import { tenantFields } from '#rules/evidence/tenant-fields.ts';
import { totalCounts } from '#rules/evidence/total-counts.ts';
import { webhooks } from '#rules/evidence/webhooks.ts';

/** Every collector of evidence, by name. */
export const evidenceCollectors: readonly EvidenceCollector[] = [
  asyncOperations,
  cacheTables,
  deprecatedOperations,
  eventModels,
  exampleCoverage,
  indexes,
  itemOperations,
  modelSizes,
  offsetParameters,
  postsWithoutKey,
  publicReads,
  rateLimitedOperations,
  resources,
  softDeletedModels,
  stores,
  tenantFields,
  totalCounts,
  webhooks,
];
