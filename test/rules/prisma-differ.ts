import { readFileSync } from 'node:fs';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The databases whose migrations Prisma writes without a connection. */
export const differProviders = ['postgresql', 'sqlite', 'cockroachdb'] as const;
export type DifferProvider = (typeof differProviders)[number];

/** What the engine asks of a database before it compares two schemas: who are you. */
interface Answer {
  readonly columnNames: readonly string[];
  readonly columnTypes: readonly number[];
  readonly rows: readonly (readonly unknown[])[];
}

const adapterProviders = { postgresql: 'postgres', sqlite: 'sqlite', cockroachdb: 'postgres' } as const;
const versions = {
  postgresql: ['PostgreSQL 16.4', 160004],
  sqlite: ['', 0],
  cockroachdb: ['CockroachDB CCL v23.2.0', 130000],
} as const;

let isLoaded = false;
const engines = new Map<DifferProvider, Promise<engine.SchemaEngine>>();

/** Prisma's own migration from one schema to another, as SQL without comments; empty when the database stays as it is. */
export async function migrationOf(provider: DifferProvider, before: string, after: string): Promise<string> {
  const started = engines.get(provider) ?? startEngine(provider);
  engines.set(provider, started);
  const target = (content: string): engine.DiffTarget => ({
    tag: 'schemaDatamodel',
    // Extensions are a preview feature of a generator, of which the engine is told nothing.
    files: [{ path: 'schema.prisma', content: content.replace(/^ *extensions *=.*$/gm, '') }],
  });
  const { stdout } = await (await started).diff({
    from: target(before),
    to: target(after),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return (stdout ?? '')
    .replace(/^--.*$/gm, '')
    .replace(/^\s*\n/gm, '')
    .trim();
}

async function startEngine(provider: DifferProvider): Promise<engine.SchemaEngine> {
  load();
  const schema = `datasource db {\n  provider = "${provider}"\n}\n`;
  const connect = async () => ({ ok: true, value: connection(provider) });
  return engine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, {
    provider: adapterProviders[provider],
    adapterName: 'none',
    errorRegistry: { consumeError: () => undefined, registerNewError: () => 0 },
    connect,
    connectToShadowDb: connect,
  } as never);
}

/** A database without tables that knows its own version. */
function connection(provider: DifferProvider) {
  const ok = <T>(value: T) => ({ ok: true, value });
  const nothing: Answer = { columnNames: [], columnTypes: [], rows: [] };
  const version: Answer = {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [5, 7, 0],
    rows: [[true, ...versions[provider]]],
  };
  return {
    provider: adapterProviders[provider],
    adapterName: 'none',
    executeRaw: async () => ok(0),
    executeScript: async () => ok(undefined),
    queryRaw: async ({ sql }: { readonly sql: string }) => ok(sql.includes('pg_namespace') ? version : nothing),
    dispose: async () => ok(undefined),
    getConnectionInfo: () => ok({ schemaName: 'public', maxBindValues: 1000, supportsRelationJoins: false }),
    startTransaction: async () => ok({}),
  };
}

/** What Node has of WebAssembly and its types leave out. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { __wbindgen_start(): void } };
}

/** The package's own entry wants a bundler that knows WebAssembly. */
function load(): void {
  if (isLoaded) return;
  isLoaded = true;
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  const { Module, Instance } = Reflect.get(globalThis, 'WebAssembly') as WebAssemblyApi;
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const { exports } = new Instance(new Module(readFileSync(file)), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}
