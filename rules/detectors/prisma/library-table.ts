import type { PrismaModel } from '#core/prisma/model.ts';
import { modelCalled } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { betterAuthTables } from '#rules/words/library-tables.ts';

/** A team may add a column or two to such a table; with more of them it is theirs. */
const mostOwnColumns = 2;

/** True for a table that a library for signing in writes: its columns are the library's. */
export function isLibraryTable(model: PrismaModel, scope: Scope): boolean {
  return isAuthJsAccount(model) || isBetterAuthTable(model, scope);
}

/** The table of accounts that Auth.js and its like write. */
function isAuthJsAccount(model: PrismaModel): boolean {
  const names = namesOf(model);
  return names.has('provider') && (names.has('provideraccountid') || names.has('provideruserid'));
}

function isBetterAuthTable(model: PrismaModel, scope: Scope): boolean {
  const known = betterAuthTables.get(singularOf(foldedName(model.name.value)));
  const columns = columnsOf(model, scope)?.columns.map(({ name }) => foldedName(name.value)) ?? [];
  if (known === undefined || columns.length < 3) return false;
  const own = columns.filter((column) => !known.has(column)).length;
  return own <= mostOwnColumns && own < columns.length - own && hasBetterAuth(model, scope);
}

/** True where sessions, accounts and verifications have the columns of Better Auth. */
function hasBetterAuth({ section }: PrismaModel, scope: Scope): boolean {
  return coreTables.every(({ names, columns }) =>
    names.some((name) => {
      const model = modelCalled(name, section, scope);
      const found = model === undefined ? undefined : namesOf(model);
      return found !== undefined && columns.every((column) => found.has(column));
    }),
  );
}

const coreTables = [
  { names: spellings('session'), columns: ['token', 'expiresat', 'userid'] },
  { names: spellings('account'), columns: ['accountid', 'providerid', 'userid'] },
  { names: spellings('verification'), columns: ['identifier', 'value', 'expiresat'] },
];

function spellings(name: string): readonly string[] {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return [capital, name, `${name}s`, `${capital}s`, `Auth${capital}`, `auth_${name}`, `auth_${name}s`];
}

function namesOf({ fields }: PrismaModel): ReadonlySet<string> {
  return new Set(fields.map(({ name }) => foldedName(name.value)));
}
