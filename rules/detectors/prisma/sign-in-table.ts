import type { PrismaModel } from '#core/prisma/model.ts';
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
export function isSignInTable({ fields }: PrismaModel): boolean {
  const names = new Set(fields.map(({ name }) => foldedName(name.value)));
  return signInTables.some((columns) => columns.every((column) => names.has(column)));
}
