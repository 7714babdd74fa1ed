import { providerOf } from '#core/prisma/provider.ts';
import type { BaseScope } from '#core/rule.ts';

/** True where another database is meant than before: its tables are made anew, and nothing is known of what becomes of rows. */
export function isOtherDatabase(scope: BaseScope): boolean {
  const [was, is] = [scope.base, scope].map((each) => providerOf(each.roots('prisma.datasource')));
  return was !== undefined && is !== undefined && was !== is;
}
