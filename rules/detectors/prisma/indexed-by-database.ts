import type { PrismaDatasource } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';

/**
 * True where nobody indexes foreign keys but the schema: MySQL indexes real ones itself, MongoDB has none. Unknown without a
 * provider, so false.
 */
export function leavesForeignKeysUnindexed(datasources: readonly PrismaDatasource[]): boolean {
  const provider = providerOf(datasources);
  if (provider === undefined || provider === 'mongodb') return false;
  return provider !== 'mysql' || isRelationModePrisma(datasources);
}

/** True with `relationMode = "prisma"`: the database knows of no foreign key, and Prisma warns where one has no index. */
export function isRelationModePrisma(datasources: readonly PrismaDatasource[]): boolean {
  return datasources.some((source) => source.relationMode?.value === 'prisma');
}
