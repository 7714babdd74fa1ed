import type { PrismaModel } from '#core/prisma/model.ts';
import { modelCalled } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

/** The columns of the tables that Auth.js and Better Auth write, without casing and separators. */
const signInTables: readonly (readonly string[])[] = [
  ['sessiontoken', 'userid', 'expires'],
  ['identifier', 'token', 'expires'],
  ['token', 'expiresat', 'userid', 'ipaddress', 'useragent'],
  ['identifier', 'value', 'expiresat'],
  ['accountid', 'providerid', 'userid'],
];

/** True for a table of sessions or tokens whose columns a library for signing in gives: it writes them as they are. */
export function isSignInTable(model: PrismaModel, scope: Scope): boolean {
  const names = namesOf(model);
  const isSession = ['token', 'expiresat', 'userid'].every((column) => names.has(column));
  return (
    signInTables.some((columns) => columns.every((column) => names.has(column))) ||
    (isSession && hasAccounts(model, scope))
  );
}

/** True where Better Auth keeps accounts, beside its sessions. */
function hasAccounts({ section }: PrismaModel, scope: Scope): boolean {
  return ['Account', 'account', 'accounts', 'Accounts'].some((name) => {
    const model = modelCalled(name, section, scope);
    const names = model === undefined ? undefined : namesOf(model);
    return names?.has('accountid') === true && names.has('providerid');
  });
}

function namesOf({ fields }: PrismaModel): ReadonlySet<string> {
  return new Set(fields.map(({ name }) => foldedName(name.value)));
}
