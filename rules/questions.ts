import type { ChecklistRow } from '#core/checklist/checklist.ts';

/** A row that only a person can answer. `question` asks whether the sentence holds, and mostly for what a note must say. */
export type HumanItem = Extract<ChecklistRow, { readonly kind: 'human' }>;

export const reviewIdempotency = human({
  id: 'review-idempotency',
  title: 'Retried writes',
  sentence: 'Retried writes are harmless',
  question: 'Which POST operations are retried by clients, and what makes a second one harmless?',
  asksNote: true,
  evidence: 'posts-without-key',
});

export const reviewForbiddenOrMissing = human({
  id: 'review-403-vs-404',
  title: 'Hidden existence',
  sentence: 'Existence is hidden where it must be',
  question: 'Do callers who may not know of a thing get 404 instead of 403, foreign tenants above all?',
  asksNote: false,
  evidence: 'tenant-fields',
});

export const reviewDomainLanguage = human({
  id: 'review-domain-language',
  title: 'Domain language',
  sentence: 'Names come from the domain',
  question: 'Do the resource names match the language of the domain?',
  asksNote: false,
  evidence: 'resources',
});

export const reviewConsumers = human({
  id: 'review-consumers',
  title: 'Agreement of consumers',
  sentence: 'No breaking change without agreement',
  question: 'Who consumes this API, and was every removal, rename and sunset date agreed with them?',
  asksNote: true,
  evidence: 'deprecated-operations',
});

export const reviewCountCost = human({
  id: 'review-count-cost',
  title: 'Cost of total counts',
  sentence: 'Total counts are cheap',
  question: 'Is the total count cheap at ten times the data, or is it estimated, capped or cached?',
  asksNote: false,
  evidence: 'total-counts',
});

export const reviewDeepOffset = human({
  id: 'review-deep-offset',
  title: 'Deep offsets',
  sentence: 'Deep offsets are bounded',
  question: 'Is a deep offset refused or cheap: what does offset 1 000 000 cost, and who may ask for it?',
  asksNote: true,
  evidence: 'offset-parameters',
});

export const reviewLimits = human({
  id: 'review-limits',
  title: 'Limits per IP and user',
  sentence: 'There are limits per IP and per user',
  question: 'Which numbers hold per IP and per user, which burst is allowed, and which address counts behind a proxy?',
  asksNote: true,
  evidence: 'rate-limited-operations',
});

export const reviewGettingStarted = human({
  id: 'review-getting-started',
  title: 'First call of a newcomer',
  sentence: 'A newcomer can call it',
  question:
    'Can a newcomer make the first call from the documentation alone: authentication, errors, limits, examples?',
  asksNote: false,
  evidence: 'example-coverage',
});

export const reviewObjectAuthorization = human({
  id: 'review-object-authorization',
  title: 'Access to objects',
  sentence: 'Object access is checked',
  question: 'For each {id}: which check proves that the caller may see this object (OWASP API1:2023)?',
  asksNote: true,
  evidence: 'item-operations',
});

export const reviewNormalForm = human({
  id: 'review-normal-form',
  title: 'Facts stored twice',
  sentence: 'No fact is stored twice',
  question: 'Is every fact stored once, or each copy of it a deliberate snapshot?',
  asksNote: false,
  evidence: 'model-sizes',
});

export const reviewQueryPlan = human({
  id: 'review-query-plan',
  title: 'Most frequent queries',
  sentence: 'The top queries have an index',
  question: 'What are the five most frequent queries, and which index does each use on real volume?',
  asksNote: true,
  evidence: 'indexes',
});

export const reviewRetention = human({
  id: 'review-retention',
  title: 'Retention of rows',
  sentence: 'Retention is decided',
  question: 'How long are rows kept, what is soft-deleted, purged or anonymised, and who may see deleted rows?',
  asksNote: true,
  evidence: 'soft-deleted-models',
});

export const reviewMigration = human({
  id: 'review-migration',
  title: 'Migrations under load',
  sentence: 'Migrations are safe under load',
  question: 'How long does each migration lock, how is data back-filled, and are expand and contract separate steps?',
  asksNote: true,
});

export const reviewStoreFit = human({
  id: 'review-store-fit',
  title: 'Choice of store',
  sentence: 'The store was chosen on purpose',
  question:
    'Where are ACID, joins, graph or tree depth and write rate needed, and does relational, document, cache or queue fit?',
  asksNote: true,
  evidence: 'stores',
});

export const reviewCachePrimary = human({
  id: 'review-cache-primary',
  title: 'Caches as only copy',
  sentence: 'No cache is the only copy',
  question: 'Can all that is in Redis or Memcached be made again, or how is it persisted?',
  asksNote: true,
  evidence: 'cache-tables',
});

export const reviewSyncOrAsync = human({
  id: 'review-sync-vs-async',
  title: 'Slow work',
  sentence: 'Slow work is queued',
  question: 'Which calls take longer than a second and should be a queued job instead?',
  asksNote: true,
  evidence: 'async-operations',
});

export const reviewLayering = human({
  id: 'review-layering',
  title: 'Layers of a request',
  sentence: 'Requests go controller, service, repository',
  question:
    'Does every request go controller or resolver → service → repository, without database types above or HTTP below?',
  asksNote: false,
});

export const reviewTransactions = human({
  id: 'review-transactions',
  title: 'Units of work',
  sentence: 'Units of work are explicit',
  question: 'Where does each unit of work start and end?',
  asksNote: true,
});

export const reviewApplicationCache = human({
  id: 'review-cache-application',
  title: 'Application cache',
  sentence: 'The application cache has a short TTL and is invalidated on write',
  question: 'Which keys, which TTL, who invalidates on write, and what prevents a stampede?',
  asksNote: true,
});

export const reviewQueryCache = human({
  id: 'review-cache-query',
  title: 'Query cache',
  sentence: 'The database query cache has a moderate TTL',
  question: 'Does the TTL fit the consistency each reader needs, the writer’s own reads included?',
  asksNote: false,
});

export const reviewCdnCache = human({
  id: 'review-cache-cdn',
  title: 'CDN',
  sentence: 'The CDN has long TTLs on versioned URLs only',
  question: 'Are long TTLs only on versioned URLs, and how is a bad object purged?',
  asksNote: true,
  evidence: 'public-reads',
});

export const reviewCircuitBreaker = human({
  id: 'review-circuit-breaker',
  title: 'External calls',
  sentence: 'External calls have a timeout, retries and a circuit breaker',
  question:
    'For each external API: timeout below the caller’s, retry budget with jitter, threshold of the breaker, fallback?',
  asksNote: true,
});

export const reviewDelivery = human({
  id: 'review-delivery',
  title: 'Delivery of events',
  sentence: 'Events are delivered at least once',
  question:
    'How are events published with the transaction, ordered, replayed and versioned, and where do poison messages go?',
  asksNote: true,
  evidence: 'event-models',
});

export const reviewConsumerIdempotency = human({
  id: 'review-consumer-idempotency',
  title: 'Duplicate events',
  sentence: 'Consumers are idempotent',
  question: 'Which key removes duplicates, and is it kept longer than the broker can redeliver?',
  asksNote: true,
  evidence: 'event-models',
});

export const reviewWebhookSending = human({
  id: 'review-webhook-sending',
  title: 'Sending webhooks',
  sentence: 'Webhooks are retried with backoff',
  question: 'Which backoff schedule and maximum age, when is an endpoint disabled, and how are secrets rotated?',
  asksNote: true,
  evidence: 'webhooks',
});

export const reviewWebhookReceiving = human({
  id: 'review-webhook-receiving',
  title: 'Receiving webhooks',
  sentence: 'Webhooks are verified, deduplicated and answered fast',
  question:
    'Is the raw body verified in constant time, are duplicates dropped, and is the work queued after a fast 2xx?',
  asksNote: false,
  evidence: 'webhooks',
});

export const reviewSaga = human({
  id: 'review-saga',
  title: 'Distributed transactions',
  sentence: 'Distributed transactions are sagas, without two-phase commit',
  question: 'For each flow over several services: steps, compensations, timeouts, and who sees the half-done state?',
  asksNote: true,
});

function human(item: Omit<HumanItem, 'kind'>): HumanItem {
  return { kind: 'human', ...item };
}
