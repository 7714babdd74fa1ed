import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Case, fileCase, generatedCases } from './cases.ts';
import { type Measurement, measure } from './measure.ts';

/**
 * Measures reviews, each in a process of its own.
 *
 *   bench                       the generated cases
 *   bench --file a.yaml …       these files instead
 *   bench --only TEXT           the cases whose name contains the text
 *   bench --json                the figures as JSON
 */
const { values } = parseArgs({
  options: {
    file: { type: 'string', multiple: true },
    only: { type: 'string' },
    json: { type: 'boolean' },
    // How a child is told its one case.
    case: { type: 'string' },
  },
});

const cases: readonly Case[] = values.file === undefined ? generatedCases : values.file.map(fileCase);
const single = cases.find(({ name }) => name === values.case);
if (single === undefined) runAll(cases.filter(({ name }) => name.includes(values.only ?? '')));
else process.stdout.write(JSON.stringify(measure(single)));

function runAll(chosen: readonly Case[]): void {
  const measurements = chosen.map(({ name }) => inChild(name));
  if (values.json === true) console.log(JSON.stringify(measurements, undefined, 2));
  else printTable(measurements);
}

function inChild(name: string): Measurement {
  const [script = ''] = process.argv.slice(1);
  const files = (values.file ?? []).flatMap((path) => ['--file', path]);
  const output = execFileSync(process.execPath, [script, '--case', name, ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Written by `measure` in the child, a moment ago.
  return JSON.parse(output) as Measurement;
}

function printTable(measurements: readonly Measurement[]): void {
  const rows = measurements.map((measurement) => [
    measurement.name,
    measurement.size.toFixed(2),
    String(measurement.lines),
    String(measurement.findings),
    milliseconds(measurement.cold),
    milliseconds(measurement.warm),
    milliseconds(measurement.edit),
    measurement.peak.toFixed(0),
    milliseconds(measurement.jsonParse),
    milliseconds(measurement.yamlParse),
  ]);
  const heading = ['case', 'MB', 'lines', 'findings', 'cold ms', 'warm ms', 'edit ms', 'peak MB', 'JSON.parse', 'yaml'];
  const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [heading, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
}

function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–';
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
