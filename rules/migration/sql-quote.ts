import type { SqlProvider } from '#rules/migration/sql-type.ts';

/** A name as the database reads it whatever letters it has. */
export function quoted(name: string, provider: SqlProvider): string {
  if (provider === 'mysql') return `\`${name.replaceAll('`', '``')}\``;
  if (provider === 'sqlserver') return `[${name.replaceAll(']', ']]')}]`;
  return `"${name.replaceAll('"', '""')}"`;
}

export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
