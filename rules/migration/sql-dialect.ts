import { quoted, quotedText } from '#rules/migration/sql-quote.ts';
import type { SqlProvider } from '#rules/migration/sql-type.ts';
import type { ColumnView, ForeignKeyView, KeyView } from '#rules/migration/table-view.ts';

/** Statements for one change; none where Prisma's own migration is as good, or must do it (SQLite makes tables anew). */
export type Statements = readonly string[];

/**
 * How a database is told of a change so that it is felt least. `table` is the table's name as SQL has it. PostgreSQL 16; MySQL 8.4, Online DDL
 * Operations; SQL Server 2022, ALTER TABLE and CREATE INDEX; SQLite 3.35, ALTER TABLE.
 */
export interface SqlDialect {
  readonly title: string;
  /** True where an index that is built while others write must stand alone in its migration. */
  readonly isIndexAlone: boolean;
  addColumn(table: string, column: ColumnView): Statements;
  renameColumn(table: string, from: string, to: string): Statements;
  renameTable(table: string, to: string): Statements;
  /** `column` as it is to be; its default comes with it. `isCast`: where the values are not taken as they are. */
  setType(table: string, column: ColumnView, isCast: boolean): Statements;
  setNotNull(table: string, column: ColumnView): Statements;
  dropNotNull(table: string, column: ColumnView): Statements;
  setDefault(table: string, column: ColumnView): Statements;
  createIndex(table: string, key: KeyView): Statements;
  dropIndex(table: string, name: string): Statements;
  renameIndex(table: string, from: string, to: string, isConstraint: boolean): Statements;
  addForeignKey(table: string, key: ForeignKeyView): Statements;
  dropForeignKey(table: string, name: string): Statements;
  dropColumn(table: string, name: string): Statements;
}

/** The lock of what stands before it is held until its transaction ends. */
const later = '-- In a migration after this one:';

const none = (): Statements => [];

export function sqlDialect(provider: SqlProvider): SqlDialect {
  switch (provider) {
    case 'postgresql':
    case 'cockroachdb':
      return postgresLike(provider);
    case 'mysql':
      return mysql;
    case 'sqlserver':
      return sqlServer;
    case 'sqlite':
      return sqlite;
    default:
      return provider satisfies never;
  }
}

/** CockroachDB builds indexes and checks rows online by itself. */
function postgresLike(provider: 'postgresql' | 'cockroachdb'): SqlDialect {
  const isPlain = provider === 'postgresql';
  const name = (text: string) => quoted(text, provider);
  const concurrently = isPlain ? ' CONCURRENTLY' : '';
  const alter = (table: string, what: string) => `ALTER TABLE ${table} ${what};`;
  const setDefault = (table: string, column: ColumnView) => [
    alter(
      table,
      `ALTER COLUMN ${name(column.name)} ${column.default === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${column.default}`}`,
    ),
  ];
  return {
    title: isPlain ? 'PostgreSQL' : 'CockroachDB',
    isIndexAlone: isPlain,
    addColumn: (table, column) => [alter(table, `ADD COLUMN ${definition(column, provider)}`)],
    renameColumn: (table, from, to) => [alter(table, `RENAME COLUMN ${name(from)} TO ${name(to)}`)],
    renameTable: (table, to) => [alter(table, `RENAME TO ${name(to)}`)],
    setType: (table, column, isCast) => {
      const own = name(column.name);
      const using = isCast ? ` USING ${own}::${column.kind === 'enum' ? 'text::' : ''}${column.type}` : '';
      const cast = `ALTER COLUMN ${own} TYPE ${column.type}${using}`;
      const hasDefault = column.default !== undefined;
      return [
        ...(hasDefault ? [alter(table, `ALTER COLUMN ${own} DROP DEFAULT`)] : []),
        alter(table, cast),
        ...(hasDefault ? setDefault(table, column) : []),
      ];
    },
    setNotNull: (table, { name: column }) => {
      const check = name(`${column}_not_null`);
      const set = alter(table, `ALTER COLUMN ${name(column)} SET NOT NULL`);
      if (!isPlain) return [set];
      return [
        alter(table, `ADD CONSTRAINT ${check} CHECK (${name(column)} IS NOT NULL) NOT VALID`),
        later,
        alter(table, `VALIDATE CONSTRAINT ${check}`),
        set,
        alter(table, `DROP CONSTRAINT ${check}`),
      ];
    },
    dropNotNull: (table, column) => [alter(table, `ALTER COLUMN ${name(column.name)} DROP NOT NULL`)],
    setDefault,
    createIndex: (table, { kind, name: index, method, list }) => [
      `CREATE ${kind === 'unique' ? 'UNIQUE ' : ''}INDEX${concurrently} ${name(index)} ON ${table}${method === undefined ? '' : ` USING ${method.toUpperCase()}`} (${list});`,
    ],
    dropIndex: (table, index) => [`DROP INDEX${concurrently} ${besideTable(table)}${name(index)};`],
    renameIndex: (table, from, to, isConstraint) => [
      isConstraint
        ? alter(table, `RENAME CONSTRAINT ${name(from)} TO ${name(to)}`)
        : `ALTER INDEX ${besideTable(table)}${name(from)} RENAME TO ${name(to)};`,
    ],
    addForeignKey: (table, key) => [
      alter(table, `${foreignKey(key, provider)} NOT VALID`),
      ...(isPlain ? [later] : []),
      alter(table, `VALIDATE CONSTRAINT ${name(key.name)}`),
    ],
    dropForeignKey: (table, key) => [alter(table, `DROP CONSTRAINT ${name(key)}`)],
    dropColumn: (table, column) => [alter(table, `DROP COLUMN ${name(column)}`)],
  };
}

/** The schema of a table with its dot, which an index is in, too; nothing where `@@schema` gives none. */
function besideTable(table: string): string {
  return table.includes('"."') ? table.slice(0, table.lastIndexOf('."') + 1) : '';
}

const mysql: SqlDialect = {
  title: 'MySQL',
  isIndexAlone: false,
  addColumn: (table, column) => [`ALTER TABLE ${table} ADD COLUMN ${definition(column, 'mysql')};`],
  renameColumn: (table, from, to) => [
    `ALTER TABLE ${table} RENAME COLUMN ${quoted(from, 'mysql')} TO ${quoted(to, 'mysql')};`,
  ],
  renameTable: (table, to) => [`ALTER TABLE ${table} RENAME TO ${quoted(to, 'mysql')};`],
  setType: modify,
  setNotNull: modify,
  dropNotNull: modify,
  setDefault: (table, column) => [
    `ALTER TABLE ${table} ALTER COLUMN ${quoted(column.name, 'mysql')} ${column.default === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${column.default}`};`,
  ],
  createIndex: (table, { kind, name, list }) => [
    `CREATE ${kind === 'unique' ? 'UNIQUE ' : ''}INDEX ${quoted(name, 'mysql')} ON ${table} (${list}) ALGORITHM=INPLACE LOCK=NONE;`,
  ],
  dropIndex: (table, index) => [`DROP INDEX ${quoted(index, 'mysql')} ON ${table};`],
  renameIndex: (table, from, to) => [
    `ALTER TABLE ${table} RENAME INDEX ${quoted(from, 'mysql')} TO ${quoted(to, 'mysql')};`,
  ],
  addForeignKey: (table, key) => [`ALTER TABLE ${table} ${foreignKey(key, 'mysql')};`],
  dropForeignKey: (table, key) => [`ALTER TABLE ${table} DROP FOREIGN KEY ${quoted(key, 'mysql')};`],
  dropColumn: (table, column) => [`ALTER TABLE ${table} DROP COLUMN ${quoted(column, 'mysql')};`],
};

/** MySQL is told the whole column each time. */
function modify(table: string, column: ColumnView): Statements {
  return [`ALTER TABLE ${table} MODIFY COLUMN ${definition(column, 'mysql')};`];
}

/** Defaults are constraints with names of their own there: they are left to Prisma. */
const sqlServer: SqlDialect = {
  title: 'SQL Server',
  isIndexAlone: false,
  addColumn: (table, column) => [`ALTER TABLE ${table} ADD ${definition(column, 'sqlserver')};`],
  renameColumn: (table, from, to) => [sqlServerRename(`${table}.${quoted(from, 'sqlserver')}`, to, 'COLUMN')],
  renameTable: (table, to) => [sqlServerRename(table, to)],
  setType: alterColumn,
  setNotNull: alterColumn,
  dropNotNull: alterColumn,
  setDefault: none,
  createIndex: (table, { kind, name, list }) => [
    `CREATE ${kind === 'unique' ? 'UNIQUE ' : ''}INDEX ${quoted(name, 'sqlserver')} ON ${table} (${list}) WITH (ONLINE = ON);`,
  ],
  dropIndex: (table, index) => [`DROP INDEX ${quoted(index, 'sqlserver')} ON ${table};`],
  renameIndex: (table, from, to) => [sqlServerRename(`${table}.${quoted(from, 'sqlserver')}`, to, 'INDEX')],
  addForeignKey: (table, key) => [
    `ALTER TABLE ${table} WITH NOCHECK ${foreignKey(key, 'sqlserver')};`,
    `ALTER TABLE ${table} WITH CHECK CHECK CONSTRAINT ${quoted(key.name, 'sqlserver')};`,
  ],
  dropForeignKey: (table, key) => [`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(key, 'sqlserver')};`],
  dropColumn: (table, column) => [`ALTER TABLE ${table} DROP COLUMN ${quoted(column, 'sqlserver')};`],
};

/** The new name is taken as it stands, brackets and all. */
function sqlServerRename(from: string, to: string, kind?: 'COLUMN' | 'INDEX'): string {
  const named = `EXEC sp_rename N${quotedText(from)}, N${quotedText(to)}`;
  return kind === undefined ? `${named};` : `${named}, ${quotedText(kind)};`;
}

function alterColumn(table: string, { name, type, isOptional }: ColumnView): Statements {
  return [
    `ALTER TABLE ${table} ALTER COLUMN ${quoted(name, 'sqlserver')} ${type} ${isOptional ? 'NULL' : 'NOT NULL'};`,
  ];
}

/** What SQLite cannot change of a table that is there Prisma does in a new one. */
const sqlite: SqlDialect = {
  title: 'SQLite',
  isIndexAlone: false,
  addColumn: (table, column) => [`ALTER TABLE ${table} ADD COLUMN ${definition(column, 'sqlite')};`],
  renameColumn: (table, from, to) => [
    `ALTER TABLE ${table} RENAME COLUMN ${quoted(from, 'sqlite')} TO ${quoted(to, 'sqlite')};`,
  ],
  renameTable: (table, to) => [`ALTER TABLE ${table} RENAME TO ${quoted(to, 'sqlite')};`],
  setType: none,
  setNotNull: none,
  dropNotNull: none,
  setDefault: none,
  createIndex: (table, { kind, name, list }) => [
    `CREATE ${kind === 'unique' ? 'UNIQUE ' : ''}INDEX ${quoted(name, 'sqlite')} ON ${table} (${list});`,
  ],
  dropIndex: (_table, index) => [`DROP INDEX ${quoted(index, 'sqlite')};`],
  renameIndex: none,
  addForeignKey: none,
  dropForeignKey: none,
  dropColumn: none,
};

/** Without the word MySQL may not let a TIMESTAMP be NULL. */
function definition({ name, type, isOptional, default: value }: ColumnView, provider: SqlProvider): string {
  const optional = provider === 'mysql' || provider === 'sqlserver' ? 'NULL' : '';
  const parts = [
    quoted(name, provider),
    type ?? '',
    isOptional ? optional : 'NOT NULL',
    value === undefined ? '' : `DEFAULT ${value}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function foreignKey(
  { name, columns, target, targetColumns, onDelete, onUpdate }: ForeignKeyView,
  provider: SqlProvider,
): string {
  const list = (names: readonly string[]) => names.map((each) => quoted(each, provider)).join(', ');
  // SQL Server has no word for Restrict: that is what it does.
  const word = (text: string) => (provider === 'sqlserver' && text === 'RESTRICT' ? 'NO ACTION' : text);
  return `ADD CONSTRAINT ${quoted(name, provider)} FOREIGN KEY (${list(columns)}) REFERENCES ${target} (${list(targetColumns)}) ON DELETE ${word(onDelete)} ON UPDATE ${word(onUpdate)}`;
}
