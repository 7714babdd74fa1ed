/** Words of times at which a row was taken over from elsewhere: `importedAt`, `last_synced_at`. */
export const takenOverWords: ReadonlySet<string> = words(
  'imported synced synchronized synchronised fetched scraped crawled ingested harvested pulled mirrored importado importada sincronizado sincronizada importe synchronise importiert synchronisiert',
);

/** Columns, without casing and separators, that say where in a blockchain something stands. */
export const chainPlaces: ReadonlySet<string> = words(
  'blocknumber blocknum blockheight blockhash blocktimestamp blocktime blockindex txhash transactionhash txindex transactionindex logindex includedin',
);

/** Words of columns of what stands there. */
export const chainWords: ReadonlySet<string> = words('block tx txs utxo onchain');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
