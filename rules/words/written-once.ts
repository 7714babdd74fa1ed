/** Last words of the names of models that are the lines of a ledger. */
export const ledgerWords: ReadonlySet<string> = words('ledger ledgers kardex');

/** What a ledger keeps the state of: `balanceAfter`, `stock_after`, `saldo_posterior`. */
export const keptAmounts: ReadonlySet<string> = words(
  'balance balances stock quantity qty amount points credits inventory saldo solde bestand estoque existencia existencias cantidad quantidade puntos pontos',
);

/** Words for the state behind a change, and for that before it, beside the name of what changed. */
export const afterWords: ReadonlySet<string> = words('after posterior despues depois apres danach resulting');
export const oldWords: ReadonlySet<string> = words(
  'previous prev old before anterior antes ancien ancienne alt alte alter precedente vecchio vecchia',
);
export const newWords: ReadonlySet<string> = words(
  'new after nuevo nueva novo nova posterior actual nouveau nouvelle neu neue neuer nuovo nuova',
);

/** What rows go from and to: `fromStatus` and `toStatus`. */
export const passedStates: ReadonlySet<string> = words('status state stage role plan tier level phase estado statut');

/** Columns, without casing and separators, of what is worked on after it was written, or is called by a name: no line of a ledger. */
export const workedOnNames: ReadonlySet<string> = words(
  'status state name title slug email enabled active isactive published approved isapproved approvedat estado statut nombre nome nom titulo',
);

/** Last words of the names of models whose rows stay as they are, and all they have with them. */
export const frozenModelWords: ReadonlySet<string> = words('version versions revision revisions');

/** First words of the time at which all of a row and its parts was computed: `computedAt`. */
export const computedWords: ReadonlySet<string> = words('computed calculated recalculated aggregated');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
