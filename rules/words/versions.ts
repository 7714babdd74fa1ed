import { wordSet } from '#rules/words/word-list.ts';

/** Names, without casing and separators, of columns by which two versions of a row are told apart. */
export const versionNames: ReadonlySet<string> = wordSet(
  'version versionnumber versionno rowversion lockversion optlock optimisticlock revision revisionnumber rev etag concurrencystamp concurrencytoken checksum hash contenthash digest fingerprint sequence generation resourceversion objectversion updatecount xmin',
);
