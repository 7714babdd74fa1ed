import { wordList } from '#rules/words/word-list.ts';

/** Words before `url` in the names of addresses that a server calls or fetches: `callbackUrl`, `image_url`. */
export const fetchedWords: readonly string[] = wordList(
  'callback webhook hook notification notify postback ping push delivery listener subscriber endpoint target upstream backend proxy forward source src origin remote import feed rss crawl fetch scrape download file document attachment media image img picture photo avatar logo icon thumbnail banner video audio manifest metadata jwks discovery introspection',
);

/** Words in the name of a schema, a path or a parameter that say that a bare `url` in it is called. */
export const callingWords: ReadonlySet<string> = new Set(
  wordList(
    'webhook webhooks hook hooks callback callbacks subscription subscriptions import imports crawl fetch scrape proxy feed feeds',
  ),
);
