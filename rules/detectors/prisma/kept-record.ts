import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import {
  bookedAmounts,
  bookedNouns,
  bookedPairs,
  bookForms,
  keptForms,
  perhapsBooked,
  soldNouns,
} from '#rules/words/kept-records.ts';

/** Why the rows of a model are to be kept: the books need them, or an audit does. */
export type KeptFor = 'books' | 'audit';

/** What the rows of a model are kept for, as far as its name and columns tell: `Payment`, `LedgerEntry`, `AuditLog`; not `InvoiceLine`. */
export function keptFor({ name, fields }: PrismaModel): KeptFor | undefined {
  const words = wordsOf(name.value).map(singularOf);
  if (isAudit(words)) return 'audit';
  if (isBooked(words)) return 'books';
  const head = headOf(words).at(-1) ?? '';
  const isPerhaps = perhapsBooked.has(head) || soldNouns.has(head);
  return isPerhaps && fields.some((field) => wordsOf(field.name.value).some((word) => bookedAmounts.has(word)))
    ? 'books'
    : undefined;
}

/** True for the name of a model that may be such a record: what belongs to it is a part of it. */
export function mayBeKept(name: string): boolean {
  const words = wordsOf(name).map(singularOf);
  return isAudit(words) || isBooked(words) || perhapsBooked.has(headOf(words).at(-1) ?? '');
}

function isAudit(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const isNamed = words.includes('audit') && (last === 'audit' || keptForms.has(last));
  return isNamed || /^audit(?:log|event|trail|entry|record)$/.test(last);
}

function isBooked(words: readonly string[]): boolean {
  const head = headOf(words);
  return bookedNouns.has(head.at(-1) ?? '') || bookedPairs.has(head.slice(-2).join(''));
}

/** The words without the form in which something is kept: `ledger` of `LedgerEntry`. */
function headOf(words: readonly string[]): readonly string[] {
  return bookForms.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
}
