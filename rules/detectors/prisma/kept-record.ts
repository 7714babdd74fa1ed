import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { bookedNouns, bookedPairs, bookForms, keptForms } from '#rules/words/kept-records.ts';

/** Why the rows of a model are to be kept: the books need them, or an audit does. */
export type KeptFor = 'books' | 'audit';

/** What the rows of a model are kept for, as far as its name tells: `Payment`, `LedgerEntry`, `AuditLog`; not `InvoiceLine`. */
export function keptFor({ name }: Pick<PrismaModel, 'name'>): KeptFor | undefined {
  return keptForName(name.value);
}

/** The same, of a model by its name. */
export function keptForName(name: string): KeptFor | undefined {
  const words = wordsOf(name).map(singularOf);
  const last = words.at(-1) ?? '';
  if (words.includes('audit') && (last === 'audit' || keptForms.has(last))) return 'audit';
  if (/^audit(?:log|event|trail|entry|record)$/.test(last)) return 'audit';
  const head = bookForms.has(last) ? words.slice(0, -1) : words;
  const noun = head.at(-1) ?? '';
  return bookedNouns.has(noun) || bookedPairs.has(head.slice(-2).join('')) ? 'books' : undefined;
}
