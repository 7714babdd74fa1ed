import { wordSet } from '#rules/words/word-list.ts';

/** Last words, in the singular, of the names of models whose rows the books must keep. */
export const bookedNouns: ReadonlySet<string> = wordSet(
  'payment invoice refund payout chargeback disbursement remittance ledger billing donation',
);

/** Those that are so where an amount stands beside them: a transaction may be one of the database, a receipt that of a message. */
export const perhapsBooked: ReadonlySet<string> = wordSet(
  'transaction charge receipt settlement journal dispute transfer withdrawal deposit',
);

/** What was sold: its rows are kept for the books where an amount stands beside them, and what belongs to them may go along. */
export const soldNouns: ReadonlySet<string> = wordSet('order sale purchase');

/** Words of columns of amounts. */
export const bookedAmounts: ReadonlySet<string> = wordSet(
  'amount amounts total subtotal debit credit price balance cents currency fee tax sum',
);

/** The same, of two words in one. */
export const bookedPairs: ReadonlySet<string> = new Set(['creditnote', 'debitnote', 'taxreturn']);

/** Last words that say in which form something is kept: `PaymentRecord`, `ledger_entries`. */
export const keptForms: ReadonlySet<string> = wordSet('record entry history log line event trail statement archive');

/** Forms of an account or a bill that are books by themselves: `JournalLine` is, `InvoiceLine` is a part of an invoice. */
export const bookForms: ReadonlySet<string> = wordSet('record entry history log archive');

/** Ways to say that rows are to go with their owner. */
export const meantToGo =
  /\b(?:gdpr|dsgvo|rgpd|erasure|right to (?:be forgotten|erase)|on purpose|intentional(?:ly)?|deliberate(?:ly)?|by design|meant to)\b/i;
