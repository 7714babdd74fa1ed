import { readFileSync, writeFileSync } from 'node:fs';
import type { Reading } from '#rules/readings.ts';

const file = 'rules/readings.json';

/** Writes a reading in place of the last one of its rule; the working directory is the repository's root. */
export function recordReading(rule: string, reading: Reading): void {
  const before = JSON.parse(readFileSync(file, 'utf8')) as readonly Reading[];
  const all = [...before.filter((other) => other.rule !== rule), reading].sort((a, b) => (a.rule < b.rule ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
}
