/** Words of texts that say where else, than in a table, something is remembered or kept until it is sent. */
export const storedElsewhere =
  /\b(?:redis|memcached?|valkey|dynamo ?db|dynamo|cassandra|etcd|in[- ]memory|gateway|queues?|queued|kafka|rabbit ?mq|sqs|sns|pub\/?sub|bull ?mq|bull|sidekiq|celery|temporal|inngest|svix|hookdeck|event ?bridge|service bus|nats|kv store|key[- ]value)\b/i;

/** Words in the names of models that are a queue or a log of what is sent. */
export const sentModelWords: readonly string[] =
  'delivery deliveries attempt attempts dispatch dispatches log logs event events message messages request requests job jobs queue history record records call calls execution executions run runs'.split(
    ' ',
  );

/** Words of comments that say that lists are read from somewhere else. */
export const listedElsewhere =
  /\b(?:click ?house|elastic\w*|open ?search|algolia|meili\w*|typesense|big ?query|snowflake|druid|pinot|materiali[sz]ed view|read model|served from|search index)\b/i;
