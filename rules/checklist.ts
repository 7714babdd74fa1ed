import type { ChecklistRow } from '#core/checklist/checklist.ts';
import * as questions from '#rules/questions.ts';

/** A row that rules decide. */
export type AutomaticItem = Extract<ChecklistRow, { readonly kind: 'automatic' }>;

export interface ChecklistSection {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistRow[];
}

export const methodSemantics = automatic({
  id: 'methods-semantics',
  title: 'Method semantics',
  sentence: 'GET reads, POST creates, PUT and PATCH update, DELETE deletes',
  subject: 'operations',
  alsoDecidedBy: ['openapi/path-no-crud-verb', 'openapi/post-create-status'],
});

export const statusCodes = automatic({
  id: 'status-codes',
  title: 'Status codes',
  sentence: 'Status codes fit the method and the outcome',
  subject: 'operations',
});

export const errorPayloads = automatic({
  id: 'error-payloads',
  title: 'Error responses',
  sentence: 'Errors are documented and share one payload',
  subject: 'operations that can fail',
  alsoDecidedBy: ['openapi/item-not-found-documented', 'cross/unique-conflict-documented'],
});

export const resourceNames = automatic({
  id: 'resource-names',
  title: 'Resource names',
  sentence: 'Resource names are plural nouns without verbs',
  subject: 'paths',
});

export const pathTemplates = automatic({
  id: 'path-templates',
  title: 'Path templates',
  sentence: 'Path templates and operation ids are unique and complete',
  subject: 'paths',
});

export const nameStyles = automatic({
  id: 'name-styles',
  title: 'Style of names',
  sentence: 'Names of one kind are written in one style',
  subject: 'paths and schemas',
});

export const fieldTypes = automatic({
  id: 'field-types',
  title: 'Types of fields',
  sentence: 'Ids, times and money have types that hold them',
  subject: 'schemas with properties',
});

export const generatedCode = automatic({
  id: 'generated-code',
  title: 'Generated code',
  sentence: 'Generators find a name of its own for everything',
  subject: 'schemas and operations',
});

export const versioning = automatic({
  id: 'versioning',
  title: 'Versioning style',
  sentence: 'One versioning style, in the path or in a header',
  subject: 'four or more paths',
});

export const deprecation = automatic({
  id: 'deprecation',
  title: 'Deprecated operations',
  sentence: 'Deprecated operations say when they end',
  subject: 'deprecated operations',
});

export const apiChanges = automatic({
  id: 'api-changes',
  title: 'Changes of the API',
  sentence: 'No change breaks clients of the version before',
  subject: 'descriptions that are compared with an earlier version',
});

export const databaseChanges = automatic({
  id: 'database-changes',
  title: 'Changes of the database',
  sentence: 'No change loses rows, or fails where there are some',
  subject: 'schemas that are compared with an earlier version',
});

export const pagination = automatic({
  id: 'pagination',
  title: 'Pages of lists',
  sentence: 'Lists are paginated by cursor or offset, with a bounded page size',
  subject: 'lists',
});

export const rateLimits = automatic({
  id: 'rate-limits',
  title: 'Rate limits',
  sentence: 'Rate limits are documented and return Retry-After',
  subject: 'operations that could be limited',
});

export const documentationFormats = automatic({
  id: 'documentation-formats',
  title: 'Formats and examples',
  sentence: 'Requests and responses have formats and examples',
  subject: 'bodies of requests and responses',
});

export const authentication = automatic({
  id: 'authentication',
  title: 'Authentication',
  sentence: 'Every operation says how it is authenticated',
  subject: 'operations',
});

export const secrets = automatic({
  id: 'secrets',
  title: 'Secrets',
  sentence: 'No secrets in URLs, responses, plain text transport or plain columns',
  subject: 'servers, parameters, responses and columns for secrets',
});

export const requestContents = automatic({
  id: 'request-contents',
  title: 'What requests may hold',
  sentence: 'Requests hold only what clients may decide, within limits',
  subject: 'operations that take something',
});

export const references = automatic({
  id: 'references',
  title: 'References',
  sentence: 'Every reference leads somewhere',
  subject: 'references',
});

export const normalisation = automatic({
  id: 'normalisation',
  title: 'Normal form and types',
  sentence: 'Tables are normalised, with exact types',
  subject: 'tables',
});

export const keysAndConstraints = automatic({
  id: 'keys-and-constraints',
  title: 'Keys of joins and events',
  sentence: 'Keys and constraints keep rows apart',
  subject: 'tables that join two others, or remember events or keys',
  alsoDecidedBy: ['prisma/processed-event-unique', 'prisma/soft-delete-unique', 'prisma/idempotency-key-unique'],
});

export const tenantRows = automatic({
  id: 'tenant-rows',
  title: 'Rows of tenants',
  sentence: 'The rows of a tenant are its own',
  subject: 'tables with the id of a tenant',
});

export const rowKeys = automatic({
  id: 'row-keys',
  title: 'Keys of rows',
  sentence: 'Rows have one key that lasts, and what must differ between them does',
  subject: 'tables',
});

export const databaseNames = automatic({
  id: 'database-names',
  title: 'Names in the database',
  sentence: 'Models, fields and values are named in one style',
  subject: 'tables',
});

export const columnValues = automatic({
  id: 'column-values',
  title: 'Values of columns',
  sentence: 'Columns are optional only where a missing value means something, and enums are used and distinct',
  subject: 'tables',
});

export const schemaSettings = automatic({
  id: 'schema-settings',
  title: 'Settings of the schema',
  sentence: 'Generators and extensions of the schema are declared as Prisma wants them today',
  subject: 'Prisma schemas',
});

export const indexes = automatic({
  id: 'indexes',
  title: 'Indexes',
  sentence: 'Indexes serve the queries, and no index is redundant',
  subject: 'foreign keys, indexes and filters',
});

export const foreignKeys = automatic({
  id: 'foreign-keys',
  title: 'Foreign keys',
  sentence: 'Foreign keys are declared and indexed',
  subject: 'foreign keys',
  alsoDecidedBy: ['prisma/foreign-key-indexed'],
});

export const timestamps = automatic({
  id: 'timestamps',
  title: 'Timestamps',
  sentence: 'Rows say when they were created and changed',
  subject: 'tables of records',
});

export const softDelete = automatic({
  id: 'soft-delete',
  title: 'Soft delete',
  sentence: 'deleted_at keeps the audit trail and does not break uniqueness',
  subject: 'columns of soft deletion',
});

export const storeFit = automatic({
  id: 'store-fit',
  title: 'Store and data shape',
  sentence: 'The store fits the shape of the data',
  subject: 'document stores, caches and SQLite',
});

export const concurrency = automatic({
  id: 'concurrency',
  title: 'Lost updates',
  sentence: 'Writes guard against lost updates',
  subject: 'items that are written',
});

export const httpCaching = automatic({
  id: 'http-caching',
  title: 'Caching of answers',
  sentence: 'Answers say who may keep them, and how they are revalidated',
  subject: 'reads',
});

export const longRunningWork = automatic({
  id: 'long-running-work',
  title: 'Long-running work',
  sentence: 'Work that goes on after the answer can be followed to its end',
  subject: 'requests that are answered 202, jobs, and deliveries of webhooks',
});

export const idempotentConsumers = automatic({
  id: 'idempotent-consumers',
  title: 'Duplicate writes',
  sentence: 'Consumers and writers recognise duplicates',
  subject: 'payments, orders and the like, and tables of processed events, outboxes and idempotency keys',
});

export const webhookSignatures = automatic({
  id: 'webhook-signatures',
  title: 'Webhook signatures',
  sentence: 'Webhooks are signed',
  subject: 'webhooks and callbacks, sent or received',
});

export const contractMatchesDatabase = automatic({
  id: 'contract-matches-database',
  title: 'API and database',
  sentence: 'The API and its database agree',
  subject: 'schemas that describe a model of the database',
  alsoDecidedBy: ['cross/filter-indexed'],
});

export const validity = automatic({
  id: 'validity',
  title: 'Valid by the specification',
  sentence: 'The description is valid by the specification it names',
  subject: 'descriptions',
});

/** The guideline: its sections and rows, in the order the checklist shows them. */
export const checklist: readonly ChecklistSection[] = [
  section('methods', 'HTTP methods', [methodSemantics, concurrency, questions.reviewIdempotency]),
  section('status', 'Status codes and errors', [statusCodes, errorPayloads, questions.reviewForbiddenOrMissing]),
  section('naming', 'Resource naming', [
    resourceNames,
    pathTemplates,
    nameStyles,
    fieldTypes,
    generatedCode,
    questions.reviewDomainLanguage,
  ]),
  section('versioning', 'Versioning', [versioning, apiChanges, deprecation, questions.reviewConsumers]),
  section('pagination', 'Pagination', [pagination, questions.reviewCountCost, questions.reviewDeepOffset]),
  section('rate-limits', 'Rate limiting', [rateLimits, questions.reviewLimits]),
  section('documentation', 'Documentation', [documentationFormats, references, questions.reviewGettingStarted]),
  section('security', 'Security', [authentication, secrets, requestContents, questions.reviewObjectAuthorization]),
  section('validity', 'Valid by the specification', [validity]),
  section('database', 'Database design', [
    normalisation,
    databaseNames,
    columnValues,
    rowKeys,
    keysAndConstraints,
    tenantRows,
    indexes,
    foreignKeys,
    timestamps,
    softDelete,
    contractMatchesDatabase,
    questions.reviewNormalForm,
    questions.reviewQueryPlan,
    databaseChanges,
    questions.reviewRetention,
    questions.reviewMigration,
  ]),
  section('stores', 'Choice of store', [
    storeFit,
    schemaSettings,
    questions.reviewStoreFit,
    questions.reviewCachePrimary,
    questions.reviewSyncOrAsync,
  ]),
  section('layers', 'Layers', [questions.reviewLayering, questions.reviewTransactions]),
  section('caching', 'Caching', [
    httpCaching,
    questions.reviewApplicationCache,
    questions.reviewQueryCache,
    questions.reviewCdnCache,
  ]),
  section('external', 'External APIs', [questions.reviewCircuitBreaker]),
  section('events', 'Events', [idempotentConsumers, questions.reviewDelivery, questions.reviewConsumerIdempotency]),
  section('webhooks', 'Webhooks', [
    webhookSignatures,
    questions.reviewWebhookSending,
    questions.reviewWebhookReceiving,
  ]),
  section('transactions', 'Distributed transactions', [longRunningWork, questions.reviewSaga]),
];

function automatic(item: Omit<AutomaticItem, 'kind' | 'alsoDecidedBy'> & Partial<AutomaticItem>): AutomaticItem {
  return { alsoDecidedBy: [], ...item, kind: 'automatic' };
}

function section(id: string, title: string, items: readonly ChecklistRow[]): ChecklistSection {
  return { id, title, items };
}
