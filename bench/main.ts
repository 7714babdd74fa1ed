import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Case, defaultCases, fileCase, peerCases } from './cases.ts';
import { type Comparison, comparePeers } from './compare-peers.ts';
import { type Measurement, measureCase } from './measure-case.ts';
import { measureReview } from './measure-review.ts';
import { findPeers } from './peers.ts';
import { printComparisons, printTables } from './print-tables.ts';

/**
 * Measures reviews, the command line and the server, each figure in a process of its own.
 *
 *   bench                       the generated cases, and a large real description where it is there
 *   bench --file a.yaml …       these files instead, as copies
 *   bench --only TEXT           the cases whose name contains the text
 *   bench --edits 300           how many edits are timed
 *   bench --memory-edits 2000   after how many edits the memory is looked at again
 *   bench --peers               Redocly, Spectral and vacuum beside it, over 4 MB and a large real description, as far as they are there
 *   bench --peer redocly=PATH   where one of them is, if not on the PATH; PLUMBLINE_BENCH_REDOCLY says so, too
 *   bench --rounds 3            how often each of them is run
 *   bench --base                commits the files first: each edit is compared with what they were
 *   bench --profile FOLDER      writes CPU profiles of the server there
 *   bench --json                the figures as JSON
 */
const { values } = parseArgs({
  options: {
    file: { type: 'string', multiple: true },
    only: { type: 'string' },
    edits: { type: 'string', default: '300' },
    'memory-edits': { type: 'string', default: '2000' },
    peers: { type: 'boolean', default: false },
    peer: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '3' },
    base: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
    // How a child is told its one case.
    case: { type: 'string' },
  },
});

const cases: readonly Case[] = values.file?.map(fileCase) ?? (values.peers ? peerCases() : defaultCases());
const single = cases.find(({ name }) => name === values.case);
if (single !== undefined) process.stdout.write(JSON.stringify(measureReview(single)));
else {
  const chosen = cases.filter(({ name }) => name.includes(values.only ?? ''));
  void (values.peers ? compareAll(chosen) : runAll(chosen));
}

async function runAll(chosen: readonly Case[]): Promise<void> {
  const measurements: Measurement[] = [];
  for (const each of chosen) {
    console.error(`${each.name} … (load ${loadavg()[0]?.toFixed(1)})`);
    const reviewWords = ['--case', each.name, ...(values.file ?? []).flatMap((path) => ['--file', path])];
    const counts = { timed: Number(values.edits), all: Number(values['memory-edits']) };
    measurements.push(
      await measureCase(each, { counts, profile: values.profile, isCommitted: values.base, reviewWords }),
    );
  }
  if (values.json) console.log(JSON.stringify(measurements, undefined, 2));
  else printTables(measurements);
}

async function compareAll(chosen: readonly Case[]): Promise<void> {
  const found = findPeers(values.peer);
  for (const message of found.missing) console.error(message);
  const comparisons: Comparison[] = [];
  for (const each of chosen) {
    console.error(`${each.name} … (load ${loadavg()[0]?.toFixed(1)})`);
    comparisons.push(await comparePeers(each, found, Number(values.rounds)));
  }
  if (values.json) console.log(JSON.stringify(comparisons, undefined, 2));
  else printComparisons(comparisons);
}
