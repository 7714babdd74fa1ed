import type { ChecklistItem } from '#core/rule.ts';

/** A row that rules decide. */
export interface AutomaticItem extends ChecklistItem {
  readonly kind: 'automatic';
}

/** A row that only a person can answer. */
export interface HumanItem extends ChecklistItem {
  readonly kind: 'human';
  readonly question: string;
  /** The id of the collector in `rules/evidence/` that shows what the files say; undefined where they say nothing. */
  readonly evidence?: string;
}

export interface ChecklistSection {
  readonly id: string;
  readonly title: string;
  readonly items: readonly (AutomaticItem | HumanItem)[];
}

export const methodSemantics = automatic(
  'methods-semantics',
  'GET reads, POST creates, PUT and PATCH update, DELETE deletes',
);
export const statusCodes = automatic('status-codes', 'Status codes fit the method and the outcome');
export const errorPayloads = automatic('error-payloads', 'Errors are documented and share one payload');
export const resourceNames = automatic('resource-names', 'Resource names are plural nouns without verbs');
export const pathTemplates = automatic('path-templates', 'Path templates and operation ids are unique and complete');
export const versioning = automatic('versioning', 'One versioning style, in the path or in a header');
export const deprecation = automatic('deprecation', 'Deprecated operations say when they end');
export const pagination = automatic('pagination', 'Lists are paginated by cursor or offset, with a bounded page size');
export const rateLimits = automatic('rate-limits', 'Rate limits are documented and return Retry-After');
export const documentationFormats = automatic(
  'documentation-formats',
  'Requests and responses have formats and examples',
);
export const authentication = automatic('authentication', 'Every operation says how it is authenticated');
export const secrets = automatic('secrets', 'No secrets in URLs, responses or plain text transport');
export const references = automatic('references', 'Every reference leads somewhere');
export const normalisation = automatic('normalisation', 'Tables are normalised, with exact types');
export const keysAndConstraints = automatic('keys-and-constraints', 'Keys and constraints keep rows apart');
export const indexes = automatic('indexes', 'Indexes serve the queries, and no index is redundant');
export const foreignKeys = automatic('foreign-keys', 'Foreign keys are declared and indexed');
export const timestamps = automatic('timestamps', 'Rows say when they were created and changed');
export const softDelete = automatic('soft-delete', 'deleted_at keeps the audit trail and does not break uniqueness');
export const storeFit = automatic('store-fit', 'The store fits the shape of the data');
export const concurrency = automatic('concurrency', 'Writes guard against lost updates');
export const idempotentConsumers = automatic('idempotent-consumers', 'Consumers and writers recognise duplicates');
export const webhookSignatures = automatic('webhook-signatures', 'Webhooks are signed');
export const contractMatchesDatabase = automatic('contract-matches-database', 'The API and its database agree');

const reviewIdempotency = human(
  'review-idempotency',
  'Retried writes are harmless',
  'Which POST operations are retried by clients, and what makes a second one harmless?',
  'posts-without-key',
);
const reviewForbiddenOrMissing = human(
  'review-403-vs-404',
  'Existence is hidden where it must be',
  'Should a foreign tenant see 404 instead of 403?',
  'tenant-fields',
);
const reviewDomainLanguage = human(
  'review-domain-language',
  'Names come from the domain',
  'Do the resource names match the language of the domain?',
  'resources',
);
const reviewConsumers = human(
  'review-consumers',
  'No breaking change without agreement',
  'Who consumes this API, and was every removal, rename and sunset date agreed with them?',
  'deprecated-operations',
);
const reviewCountCost = human(
  'review-count-cost',
  'Total counts are cheap',
  'Is the total count cheap at ten times the data, or is it estimated, capped or cached?',
  'total-counts',
);
const reviewDeepOffset = human(
  'review-deep-offset',
  'Deep offsets are bounded',
  'Can anyone ask for offset 1 000 000, and what does it cost?',
  'offset-parameters',
);
const reviewLimits = human(
  'review-limits',
  'Limits per IP and per user',
  'Which numbers hold per IP and per user, which burst is allowed, and which address counts behind a proxy?',
  'rate-limited-operations',
);
const reviewGettingStarted = human(
  'review-getting-started',
  'A newcomer can call it',
  'Can a newcomer make the first call from the documentation alone: authentication, errors, limits, examples?',
  'example-coverage',
);
const reviewObjectAuthorization = human(
  'review-object-authorization',
  'Object access is checked',
  'For each {id}: which check proves that the caller may see this object (OWASP API1:2023)?',
  'item-operations',
);
const reviewNormalForm = human(
  'review-normal-form',
  'No fact is stored twice',
  'Is any fact stored twice, and is each copy a deliberate snapshot?',
  'model-sizes',
);
const reviewQueryPlan = human(
  'review-query-plan',
  'The top queries have an index',
  'What are the five most frequent queries, and which index does each use on real volume?',
  'indexes',
);
const reviewRetention = human(
  'review-retention',
  'Retention is decided',
  'How long are rows kept, what is soft-deleted, purged or anonymised, and who may see deleted rows?',
  'soft-deleted-models',
);
const reviewMigration = human(
  'review-migration',
  'Migrations are safe under load',
  'How long does each migration lock, how is data back-filled, and are expand and contract separate steps?',
);
const reviewStoreFit = human(
  'review-store-fit',
  'The store was chosen on purpose',
  'Where are ACID, joins, graph or tree depth and write rate needed, and does relational, document, cache or queue fit?',
  'stores',
);
const reviewCachePrimary = human(
  'review-cache-primary',
  'No cache is the only copy',
  'Is anything in Redis or Memcached irrecoverable, and how is it persisted?',
  'cache-tables',
);
const reviewSyncOrAsync = human(
  'review-sync-vs-async',
  'Slow work is queued',
  'Which calls take longer than a second and should be a queued job instead?',
  'async-operations',
);
const reviewLayering = human(
  'review-layering',
  'Controller, service, repository',
  'Does every request go controller or resolver → service → repository, without database types above or HTTP below?',
);
const reviewTransactions = human(
  'review-transactions',
  'Units of work are explicit',
  'Where does each unit of work start and end?',
);
const reviewApplicationCache = human(
  'review-cache-application',
  'Application cache: short TTL, invalidated on write',
  'Which keys, which TTL, who invalidates on write, and what prevents a stampede?',
);
const reviewQueryCache = human(
  'review-cache-query',
  'Database query cache: moderate TTL',
  'Does the TTL fit the consistency each reader needs, the writer’s own reads included?',
);
const reviewCdnCache = human(
  'review-cache-cdn',
  'CDN: long TTL, versioned URLs',
  'Are long TTLs only on versioned URLs, and how is a bad object purged?',
  'public-reads',
);
const reviewCircuitBreaker = human(
  'review-circuit-breaker',
  'External calls: timeout, retry, circuit breaker',
  'For each external API: timeout below the caller’s, retry budget with jitter, threshold of the breaker, fallback?',
);
const reviewDelivery = human(
  'review-delivery',
  'Events are delivered at least once',
  'How are events published with the transaction, ordered, replayed and versioned, and where do poison messages go?',
  'event-models',
);
const reviewConsumerIdempotency = human(
  'review-consumer-idempotency',
  'Consumers are idempotent',
  'Which key removes duplicates, and is it kept longer than the broker can redeliver?',
  'event-models',
);
const reviewWebhookSending = human(
  'review-webhook-sending',
  'Webhooks: retry with backoff',
  'Which backoff schedule and maximum age, when is an endpoint disabled, and how are secrets rotated?',
  'webhooks',
);
const reviewWebhookReceiving = human(
  'review-webhook-receiving',
  'Webhooks: verify, deduplicate, answer fast',
  'Is the raw body verified in constant time, are duplicates dropped, and is the work queued after a fast 2xx?',
  'webhooks',
);
const reviewSaga = human(
  'review-saga',
  'Distributed transactions: saga, no 2PC',
  'For each flow over several services: steps, compensations, timeouts, and who sees the half-done state?',
);

/** The guideline: its sections and rows, in the order the checklist shows them. */
export const checklist: readonly ChecklistSection[] = [
  section('methods', 'HTTP methods', [methodSemantics, concurrency, reviewIdempotency]),
  section('status', 'Status codes and errors', [statusCodes, errorPayloads, reviewForbiddenOrMissing]),
  section('naming', 'Resource naming', [resourceNames, pathTemplates, reviewDomainLanguage]),
  section('versioning', 'Versioning', [versioning, deprecation, reviewConsumers]),
  section('pagination', 'Pagination', [pagination, reviewCountCost, reviewDeepOffset]),
  section('rate-limits', 'Rate limiting', [rateLimits, reviewLimits]),
  section('documentation', 'Documentation', [documentationFormats, references, reviewGettingStarted]),
  section('security', 'Security', [authentication, secrets, reviewObjectAuthorization]),
  section('database', 'Database design', [
    normalisation,
    keysAndConstraints,
    indexes,
    foreignKeys,
    timestamps,
    softDelete,
    contractMatchesDatabase,
    reviewNormalForm,
    reviewQueryPlan,
    reviewRetention,
    reviewMigration,
  ]),
  section('stores', 'Choice of store', [storeFit, reviewStoreFit, reviewCachePrimary, reviewSyncOrAsync]),
  section('layers', 'Layers', [reviewLayering, reviewTransactions]),
  section('caching', 'Caching', [reviewApplicationCache, reviewQueryCache, reviewCdnCache]),
  section('external', 'External APIs', [reviewCircuitBreaker]),
  section('events', 'Events', [idempotentConsumers, reviewDelivery, reviewConsumerIdempotency]),
  section('webhooks', 'Webhooks', [webhookSignatures, reviewWebhookSending, reviewWebhookReceiving]),
  section('transactions', 'Distributed transactions', [reviewSaga]),
];

function automatic(id: string, title: string): AutomaticItem {
  return { kind: 'automatic', id, title };
}

function human(id: string, title: string, question: string, evidence?: string): HumanItem {
  return { kind: 'human', id, title, question, ...(evidence === undefined ? {} : { evidence }) };
}

function section(id: string, title: string, items: readonly (AutomaticItem | HumanItem)[]): ChecklistSection {
  return { id, title, items };
}
