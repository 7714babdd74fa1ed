/** Words of money that has more places than a currency. */
export const cryptoWords: readonly string[] = [
  'crypto',
  'blockchain',
  'onchain',
  'btc',
  'bitcoin',
  'eth',
  'ethereum',
  'solana',
  'usdc',
  'usdt',
  'wei',
  'gwei',
  'satoshi',
  'satoshis',
  'sats',
];

/** Words that name what has so small a price that a currency's places would round it away. */
export const tinyPieceWords: readonly string[] = [
  'per',
  'token',
  'tokens',
  'coin',
  'coins',
  'gas',
  'usage',
  'metered',
  'llm',
];
