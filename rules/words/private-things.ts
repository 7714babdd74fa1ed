/** Words in paths that speak of what belongs to somebody: data of these is not open to all. */
export const privateWords: ReadonlySet<string> = new Set(
  [
    'me my mine self user users account accounts customer customers member members employee employees patient patients person persons people',
    'client clients profile profiles contact contacts invoice invoices payment payments order orders cart carts basket baskets checkout',
    'subscription subscriptions transaction transactions balance balances wallet wallets card cards message messages inbox mail mails',
    'notification notifications admin administration internal private audit session sessions credential credentials secret secrets',
    'device devices tenant tenants workspace workspaces project projects order orders booking bookings ticket tickets job jobs file files',
  ].flatMap((line) => line.split(' ')),
);
