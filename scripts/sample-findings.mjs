// Reads findings on the corpus: node scripts/sample-findings.mjs --rule openapi/list-paginated --count 20
import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';

const outfile = `dist/corpus/sample-findings-${process.pid}.mjs`;
buildSync({
  entryPoints: ['scripts/corpus/sample-findings.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--max-old-space-size=6000', outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
