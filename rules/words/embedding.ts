import { wordSet } from '#rules/words/word-list.ts';

/** Query parameters, without casing and separators, by which clients ask for what belongs to an item. */
export const expandNames: ReadonlySet<string> = wordSet(
  'include includes expand expands embed embeds fields select with populate relations view projection includerelated load preload',
);

/** What is over once it is done, in the singular: it has few events, payments or refunds. */
export const actNouns: ReadonlySet<string> = wordSet(
  'transaction message order payment invoice charge refund transfer booking reservation appointment shipment delivery deployment deploy build release request call run execution job step trip ride event comment review visit upload import export receipt return expense claim parcel',
);
