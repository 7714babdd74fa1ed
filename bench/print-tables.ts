import type { Comparison } from './compare-peers.ts';
import { dearPlaces } from './dear-places.ts';
import type { Measurement } from './measure-case.ts';
import { questions } from './questions.ts';

/** Prints what was measured, a line for each case. */
export function printTables(measurements: readonly Measurement[]): void {
  printTable('One review from nothing (times in ms)', [
    ['case', 'MB', 'lines', 'findings', 'in process', 'again', 'command', 'peak MB', 'JSON.parse', 'yaml'],
    ...measurements.map(reviewRow),
  ]);
  printTable('In the server: from didChange to publishDiagnostics (times in ms, heap in MB after collection)', [
    ['case', 'first', 'edits', 'p50', 'p95', 'max', 'heap', 'after', 'rss', 'after', 'idle'],
    ...measurements.map(serverRow),
  ]);
  printTable('By kind of edit: p50 / max', [['case', ...kinds], ...measurements.map(kindRow)]);
  printTable('A letter at dear places: p50 / p95 / max', [['case', ...dearPlaces], ...measurements.map(typingRow)]);
  printTable('Questions about a reviewed file: first / p50 / max of those after it', [
    ['case', ...questions.map(({ name }) => name)],
    ...measurements.map(questionRow),
  ]);
  printTable('Completion as a key is pressed (times in ms)', [
    ['case', 'keys', 'p50', 'p95', 'max'],
    ...measurements.map(completionRow),
  ]);
}

/** Prints what Plumbline and its peers took, a line for each; `times` is the wall time against that of Plumbline with `recommended`. */
export function printComparisons(comparisons: readonly Comparison[]): void {
  const rows = comparisons.flatMap(({ name, size, runs }) =>
    runs.map(({ who, version, figures }) => {
      const times = figures && figures.wall / (runs[0]?.figures?.wall ?? Number.NaN);
      const { wall, user, peak } = figures ?? {};
      return [
        name,
        size.toFixed(2),
        who,
        version,
        milliseconds(wall),
        milliseconds(user),
        whole(peak),
        times?.toFixed(2) ?? '–',
      ];
    }),
  );
  printTable('Others, each with what it recommends (times in ms)', [
    ['case', 'MB', 'who', 'version', 'wall', 'user', 'peak MB', 'times'],
    ...rows,
  ]);
}

const kinds = ['type', 'add', 'break', 'mend', 'rename', 'paste', 'undo'] as const;

function reviewRow({ name, review, command }: Measurement): readonly string[] {
  return [
    name,
    review.size.toFixed(2),
    String(review.lines),
    String(review.findings),
    milliseconds(review.cold),
    milliseconds(review.warm),
    milliseconds(command?.wall),
    whole(command?.peak),
    milliseconds(review.jsonParse),
    milliseconds(review.yamlParse),
  ];
}

function serverRow({
  name,
  server: { first, edits, memoryFirst, memoryAfter, memoryIdle },
}: Measurement): readonly string[] {
  return [
    name,
    milliseconds(first),
    String(edits?.count ?? 0),
    milliseconds(edits?.p50),
    milliseconds(edits?.p95),
    milliseconds(edits?.max),
    whole(memoryFirst.heap),
    whole(memoryIdle.heap),
    whole(memoryFirst.rss),
    whole(memoryAfter.rss),
    whole(memoryIdle.rss),
  ];
}

function completionRow({ name, server: { completion } }: Measurement): readonly string[] {
  const { count, p50, p95, max } = completion ?? {};
  return [name, String(count ?? 0), milliseconds(p50), milliseconds(p95), milliseconds(max)];
}

function kindRow({ name, server }: Measurement): readonly string[] {
  return [
    name,
    ...kinds.map((kind) => {
      const own = server.kinds[kind];
      return own === undefined ? '–' : `${milliseconds(own.p50)} / ${milliseconds(own.max)}`;
    }),
  ];
}

function typingRow({ name, server }: Measurement): readonly string[] {
  return [
    name,
    ...dearPlaces.map((place) => {
      const own = server.typing[place];
      return own === undefined ? '–' : [own.p50, own.p95, own.max].map(milliseconds).join(' / ');
    }),
  ];
}

function questionRow({ name, server }: Measurement): readonly string[] {
  return [
    name,
    ...questions.map((question) => {
      const own = server.questions[question.name];
      return [own?.first, own?.again?.p50, own?.again?.max].map(milliseconds).join(' / ');
    }),
  ];
}

function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const [heading = []] = rows;
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(cells.join('  '));
  }
}

function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–';
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function whole(value: number | undefined): string {
  return value?.toFixed(0) ?? '–';
}
