import { wordSet } from '#rules/words/word-list.ts';

/** Formats of strings that are as long as somebody likes; those that are not known fix the length. */
export const longFormats: ReadonlySet<string> = wordSet(
  'uri url iri uri-reference iri-reference email idn-email password hostname html commonmark markdown regex json-pointer string text',
);

const prose =
  'description content body text message comment comments note notes bio html markdown summary remark remarks reason details prompt instructions';

/** Last words of the names of texts that people write. */
export const proseTexts: ReadonlySet<string> = wordSet(prose);

/** Last words of the names of texts that are long: prose, addresses, keys, and what programs read. */
export const longTexts: ReadonlySet<string> = wordSet(
  `${prose} payload url uri link cursor token jwt assertion certificate certificates csr pem key data file image signature json xml csv script template query expression filter filters schema config configuration settings`,
);

/** Last words of the names of times: of these a format is missing, which fixes their form and length. */
export const timeTexts: ReadonlySet<string> = wordSet(
  'at date time datetime timestamp created updated modified deleted birthday',
);

/** Last words of the names of numbers that never are below 0. */
export const naturalNumbers: ReadonlySet<string> = wordSet(
  'id count quantity qty size limit offset page pages age length width height depth duration timeout ttl interval seconds minutes hours days weeks months year port index total bytes retries',
);

/** What the name of a string says of its form, by its last words. */
export const formatsByName: ReadonlyMap<string, string> = new Map([
  ['email', 'email'],
  ['mail', 'email'],
  ['email address', 'email'],
  ['url', 'uri'],
  ['uri', 'uri'],
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
  ['ipv4', 'ipv4'],
  ['ipv6', 'ipv6'],
  ['hostname', 'hostname'],
]);
