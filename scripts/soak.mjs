/**
 * Tests the law of the engine for as many minutes as the argument says (10 when it says nothing), with runs of edits that
 * no one has seen before: `npm run soak -- 60`.
 */
import { runCommand } from './run-command.mjs';

const minutes = process.argv[2] ?? '10';
const seed = process.env.PLUMBLINE_SEED ?? String(Date.now() % 1_000_000_000);
console.log(`PLUMBLINE_SEED=${seed}, ${minutes} minutes`);
const { code } = await runCommand(
  process.execPath,
  ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', '--no-config', 'dist/test/core/review-law.test.js'],
  { env: { PLUMBLINE_SEED: seed, PLUMBLINE_SOAK_MINUTES: minutes }, live: true },
);
process.exitCode = code;
