import type { Provider } from '#core/prisma/provider.ts';
import { bytesOf } from '#rules/detectors/prisma/index-name.ts';

/** How long names may be in a database, and in what that is counted. */
export interface IdentifierLimit {
  readonly most: number;
  readonly unit: 'bytes' | 'characters';
}

/**
 * PostgreSQL, Lexical Structure (63 bytes); MySQL, Identifier Length Limits (64 characters); SQL Server, Database Identifiers (128
 * characters). The others have no such limit.
 */
const limits: { readonly [P in Provider]?: IdentifierLimit } = {
  postgresql: { most: 63, unit: 'bytes' },
  mysql: { most: 64, unit: 'characters' },
  sqlserver: { most: 128, unit: 'characters' },
};

export function identifierLimit(provider: Provider | undefined): IdentifierLimit | undefined {
  return provider === undefined ? undefined : limits[provider];
}

/** How long a name is for the database. */
export function lengthFor(name: string, { unit }: IdentifierLimit): number {
  return unit === 'bytes' ? bytesOf(name) : [...name].length;
}
