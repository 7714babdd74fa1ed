/**
 * Builds everything that runs.
 *
 *   node esbuild.mjs            the product: dist/client.cjs, dist/server.cjs, dist/cli.cjs, dist/webview/, dist/notices.txt
 *   node esbuild.mjs --dev      the same, readable and with source maps
 *   node esbuild.mjs --tests    the mocha suites: dist/test/
 *   node esbuild.mjs --stories  the stories that run inside VS Code: dist/test-vscode/
 *   node esbuild.mjs --bench    the benchmarks: dist/bench.cjs
 *
 * `--quiet` prints problems only.
 */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesOf } from './scripts/notices.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // UMD builds (jsonc-parser's `main`) hide their imports from a bundler; the ESM entry does not.
  mainFields: ['module', 'main'],
  define: { PLUMBLINE_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
};

/**
 * The package `yaml` reads only what is broken: it is evaluated when it is first called, not when the program starts. A
 * function that is imported from it must be named here, or the build fails.
 *
 * @type {import('esbuild').Plugin}
 */
const lateYaml = {
  name: 'late-yaml',
  setup({ onResolve, onLoad }) {
    const names = ['isAlias', 'isMap', 'isScalar', 'isSeq', 'parseDocument'];
    const contents = names.map((name) => `export const ${name} = (...values) => require('yaml').${name}(...values);`);
    onResolve({ filter: /^yaml$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'yaml', namespace: 'late', sideEffects: false } : undefined,
    );
    onLoad({ filter: /^yaml$/, namespace: 'late' }, () => ({ contents: contents.join('\n'), resolveDir: root }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const product = {
  ...shared,
  format: 'cjs',
  minify: !flags.has('--dev'),
  sourcemap: flags.has('--dev'),
  external: ['vscode'],
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  plugins: [lateYaml],
};

/**
 * What runs in the page of a webview. VS Code 1.91, the oldest one, has Chromium 122.
 *
 * @type {import('esbuild').BuildOptions}
 */
const webview = {
  ...shared,
  platform: 'browser',
  target: 'chrome122',
  format: 'iife',
  minify: !flags.has('--dev'),
  sourcemap: flags.has('--dev') ? 'inline' : false,
  entryPoints: [
    { in: 'client/webview/main.ts', out: 'diagram' },
    { in: 'client/webview/diagram.css', out: 'diagram' },
  ],
  outdir: 'dist/webview',
};

/** @type {import('esbuild').BuildOptions} */
const suites = {
  ...shared,
  format: 'esm',
  splitting: true,
  sourcemap: true,
  packages: 'external',
  // Node cannot see the named exports of its UMD build, so this one is bundled.
  alias: { 'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js' },
  outbase: 'test',
  outdir: 'dist/test',
};

/** @type {import('esbuild').BuildOptions} */
const stories = {
  ...shared,
  format: 'cjs',
  sourcemap: true,
  external: ['vscode', 'mocha'],
  outbase: 'test/vscode',
  outdir: 'dist/test-vscode',
  outExtension: { '.js': '.cjs' },
};

if (flags.has('--tests')) await buildFolder(filesUnder('test', '.test.ts'), suites);
else if (flags.has('--stories')) {
  await buildFolder(['test/vscode/index.ts', ...filesUnder('test/vscode/stories', '.ts')], stories);
} else if (flags.has('--bench')) await buildFile('bench/main.ts', 'bench', { ...product, plugins: [] });
else {
  const metafiles = [
    await buildFile('client/main.ts', 'client', product),
    await buildFile('server/main.ts', 'server', product),
    await buildFile('cli/main.ts', 'cli', { ...product, banner: { js: '#!/usr/bin/env node' } }),
  ];
  await buildOrExit(webview);
  say('build: client/webview → dist/webview');
  writeFileSync(join(root, 'dist/notices.txt'), noticesOf(root, metafiles));
  if (existsSync(join(root, 'dist/cli.cjs'))) chmodSync(join(root, 'dist/cli.cjs'), 0o755);
}

/**
 * @param {string} path
 * @param {string} name of the output, without its ending
 * @param {import('esbuild').BuildOptions} options
 */
async function buildFile(path, name, options) {
  const metafile = await buildOrExit({ ...options, entryPoints: [{ in: path, out: name }] });
  say(`build: ${path} → dist/${name}.cjs`);
  return metafile;
}

/**
 * Builds all files, then removes what earlier builds left in the folder.
 *
 * @param {readonly string[]} paths
 * @param {import('esbuild').BuildOptions & { outdir?: string }} options
 */
async function buildFolder(paths, options) {
  const outdir = options.outdir ?? 'dist';
  if (paths.length === 0) return say(`build: nothing yet for ${outdir}`);
  const metafile = await buildOrExit({ ...options, entryPoints: [...paths] });
  for (const path of filesUnder(outdir, '')) if (!(path in metafile.outputs)) rmSync(join(root, path));
  say(`build: ${paths.length} files → ${outdir}`);
}

/** @param {import('esbuild').BuildOptions} options */
async function buildOrExit(options) {
  try {
    return (await build({ ...options, metafile: true })).metafile;
  } catch {
    // esbuild has printed why.
    process.exit(1);
  }
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesUnder(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** @param {string} line */
function say(line) {
  if (!flags.has('--quiet')) console.log(line);
}
