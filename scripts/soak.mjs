/**
 * Tests the laws for as many minutes as the argument says (10 when it says nothing), with runs of edits that no one has
 * seen before: `npm run soak -- 60`. Four fifths of the time are the engine's, the rest is the background thread's.
 * `npm run soak -- spec 20000` compares what is told of so many mutants of real descriptions with the official schemas.
 * `npm run soak -- hostile 60` tests texts that nobody writes: that none fails, and that all take work as they have length.
 */
import { runCommand } from './run-command.mjs';

const words = process.argv.slice(2);
const isHostile = words[0] === 'hostile';
const mutants = words[0] === 'spec' ? (words[1] ?? '20000') : undefined;
const minutes = Number((mutants ? undefined : words[isHostile ? 1 : 0]) ?? 10);
const seed = process.env.PLUMBLINE_SEED ?? String(Date.now() % 1_000_000_000);
console.log(`PLUMBLINE_SEED=${seed}, ${minutes} minutes`);
process.exitCode = mutants
  ? await soak('core/openapi/spec/official-soak', 0)
  : isHostile
    ? await soak('hostile/random', minutes)
    : (await soak('core/review-law', minutes * 0.8)) || (await soak('server/background/background-law', minutes * 0.2));

/**
 * @param {string} suite
 * @param {number} time in minutes
 */
async function soak(suite, time) {
  const { code } = await runCommand(
    process.execPath,
    ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', '--no-config', `dist/test/${suite}.test.js`],
    {
      env: { PLUMBLINE_SEED: seed, PLUMBLINE_SOAK_MINUTES: String(time), PLUMBLINE_SPEC_MUTANTS: mutants ?? '' },
      live: true,
    },
  );
  return code;
}
