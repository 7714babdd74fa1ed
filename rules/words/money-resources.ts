/** Resources whose second creation costs someone money, in the singular and lower case. */
export const moneyResources: readonly string[] =
  'payment order charge transfer refund invoice payout withdrawal deposit purchase transaction disbursement'.split(' ');
