import type { PrismaDatasource } from '#core/prisma/model.ts';

export const providers = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'mongodb', 'cockroachdb'] as const;
export type Provider = (typeof providers)[number];

/** The database of the first datasource that names one; `postgres` is an alias. Undefined when none is known. */
export function providerOf(datasources: readonly PrismaDatasource[]): Provider | undefined {
  const written = datasources.find(({ provider }) => provider !== undefined)?.provider?.value;
  const name = written === 'postgres' ? 'postgresql' : written;
  return providers.find((provider) => provider === name);
}
