import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Case, defaultCases, fileCase } from './cases.ts';
import { type Measurement, measureCase } from './measure-case.ts';
import { measureReview } from './measure-review.ts';
import { installPeers } from './peers.ts';
import { printTables } from './print-tables.ts';

/**
 * Measures reviews, the command line and the server, each figure in a process of its own.
 *
 *   bench                       the generated cases, and a large real description where it is there
 *   bench --file a.yaml …       these files instead, as copies
 *   bench --only TEXT           the cases whose name contains the text
 *   bench --edits 300           how many edits are timed
 *   bench --memory-edits 2000   after how many edits the memory is looked at again
 *   bench --peers               Spectral and Redocly beside them; installs them into .bench-peers/
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
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
    // How a child is told its one case.
    case: { type: 'string' },
  },
});

const cases: readonly Case[] = values.file === undefined ? defaultCases() : values.file.map(fileCase);
const single = cases.find(({ name }) => name === values.case);
if (single !== undefined) process.stdout.write(JSON.stringify(measureReview(single)));
else void runAll(cases.filter(({ name }) => name.includes(values.only ?? '')));

async function runAll(chosen: readonly Case[]): Promise<void> {
  const noPeers = values.peers ? installPeers() : undefined;
  if (noPeers !== undefined) console.error(noPeers);
  const measurements: Measurement[] = [];
  for (const each of chosen) {
    console.error(`${each.name} … (load ${loadavg()[0]?.toFixed(1)})`);
    const reviewWords = ['--case', each.name, ...(values.file ?? []).flatMap((path) => ['--file', path])];
    const counts = { timed: Number(values.edits), all: Number(values['memory-edits']) };
    const withPeers = values.peers && noPeers === undefined;
    measurements.push(await measureCase(each, { counts, withPeers, profile: values.profile, reviewWords }));
  }
  if (values.json) console.log(JSON.stringify(measurements, undefined, 2));
  else printTables(measurements);
}
