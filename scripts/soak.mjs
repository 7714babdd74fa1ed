/**
 * Tests the laws for as many minutes as the argument says (10 when it says nothing), with runs of edits that no one has
 * seen before: `npm run soak -- 60`. Four fifths of the time are the engine's, the rest is the background thread's.
 * `npm run soak -- spec 20000` compares what is told of so many mutants of real descriptions with the official schemas.
 * `npm run soak -- hostile 60` tests texts that nobody writes: that none fails, and that all take work as they have length.
 * `npm run soak -- fixes` tries the fixes that are offered in all files of the corpus, also the long ones.
 */
import { runCommand } from './run-command.mjs';

const words = process.argv.slice(2);
const isHostile = words[0] === 'hostile';
const mutants = words[0] === 'spec' ? (words[1] ?? '20000') : undefined;
const minutes = Number(words[isHostile ? 1 : 0]) || 10;
const seed = process.env.PLUMBLINE_SEED ?? String(Date.now() % 1_000_000_000);
console.log(`PLUMBLINE_SEED=${seed}`);
process.exitCode = await chosen();

function chosen() {
  if (mutants) return soak(0, 'core/openapi/spec/official-soak');
  if (isHostile) return soak(minutes, 'hostile/random');
  if (words[0] === 'fixes') return soak(0, 'rules/prisma-fixes', 'rules/fixes/fixes-on-files');
  return soak(minutes * 0.8, 'core/review-law').then(
    (code) => code || soak(minutes * 0.2, 'server/background/background-law'),
  );
}

/**
 * @param {number} time in minutes
 * @param {...string} suites
 */
async function soak(time, ...suites) {
  const files = suites.map((suite) => `dist/test/${suite}.test.js`);
  const { code } = await runCommand(
    process.execPath,
    ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', '--no-config', '--timeout', '0', ...files],
    {
      env: {
        PLUMBLINE_SEED: seed,
        PLUMBLINE_SOAK_MINUTES: String(time),
        PLUMBLINE_SPEC_MUTANTS: mutants ?? '',
        PLUMBLINE_EVERY_FIX: '1',
      },
      live: true,
    },
  );
  return code;
}
