import { wordSet } from '#rules/words/word-list.ts';

/** Words of models whose rows come and go too fast for foreign keys: a queue, a lock, a cache. */
export const shortLivedWords: ReadonlySet<string> = wordSet(
  'queue cache counter ongoing socket presence lock lease dedupe dedup deduplication',
);
