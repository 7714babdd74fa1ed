import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Files of the product, and what takes their places: all that a language needs beside its folder. */
const replaced: { readonly [path: string]: string } = {
  '#core/languages.ts': 'test/core/table-language/languages.ts',
  '#rules/rulebook.ts': 'test/core/table-language/rulebook.ts',
};

const withTables: Plugin = {
  name: 'with-tables',
  setup({ onResolve }) {
    onResolve({ filter: /^#(?:core\/languages|rules\/rulebook)\.ts$/ }, ({ path }) => {
      const other = replaced[path];
      return other === undefined ? undefined : { path: resolve(other) };
    });
  },
};

/** Builds a program of the product, or of the tests, as one that knows tables, too; gives back where it is. */
export async function buildTableProgram(entry: string): Promise<string> {
  const outfile = resolve(`dist/test-table/${entry.replaceAll('/', '-').replace(/\.ts$/, '.cjs')}`);
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    define: { PLUMBLINE_VERSION: '"0.0.0"' },
    outfile,
    plugins: [withTables],
    logLevel: 'error',
  });
  return outfile;
}
