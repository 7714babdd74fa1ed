import { isAlias, parseDocument, visit } from 'yaml';
import { review } from '#core/review.ts';
import { type Source, sourceKindOf } from '#core/source.ts';
import { rulebook } from '#rules/rulebook.ts';
import type { Case } from './cases.ts';

/** What one case took. Times in milliseconds, sizes in MB (a million bytes). Undefined: does not apply. */
export interface Measurement {
  readonly name: string;
  readonly size: number;
  readonly lines: number;
  readonly findings: number;
  /** The first review of the process. */
  readonly cold: number;
  /** The second, from nothing as well: the code is compiled by then. */
  readonly warm: number;
  /** The median of reviews after one typed letter each, with the previous review at hand. */
  readonly edit: number;
  /** The most memory the process had held until then, all of Node included. */
  readonly peak: number;
  /** The same text through JSON.parse, and through parseDocument of the package `yaml`. */
  readonly jsonParse: number | undefined;
  readonly yamlParse: number | undefined;
}

const edits = 9;
const settings = { folders: ['file:///'], preset: 'recommended', unread: new Map() };

/** Measures a case; to be called once in a process, or memory and the cold time mean nothing. */
export function measure({ name, source }: Case): Measurement {
  const given = source();
  const cold = timed(() => review([given], rulebook, settings));
  const peak = process.resourceUsage().maxRSS / 1000;
  const warm = timed(() => review([given], rulebook, settings));
  const isTree = sourceKindOf(given.uri) === 'tree';
  const isJson = given.uri.endsWith('.json');
  return {
    name,
    size: Buffer.byteLength(given.text) / 1_000_000,
    lines: given.text.split('\n').length,
    findings: [...cold.result.files.values()].reduce((sum, file) => sum + file.findings.length, 0),
    cold: cold.time,
    warm: warm.time,
    edit: medianEdit(given),
    peak,
    jsonParse: isJson ? timed(() => JSON.parse(given.text)).time : undefined,
    yamlParse: isTree ? timed(() => countAliases(given.text)).time : undefined,
  };
}

function timed<T>(work: () => T): { readonly time: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { time: performance.now() - start, result };
}

function medianEdit(source: Source): number {
  const offset = typingPlace(source.text);
  let previous = review([source], rulebook, settings);
  const times: number[] = [];
  for (let count = 1; count <= edits; count++) {
    const text = `${source.text.slice(0, offset)}${'x'.repeat(count)}${source.text.slice(offset)}`;
    const { time, result } = timed(() => review([{ ...source, text }], rulebook, settings, previous));
    previous = result;
    times.push(time);
  }
  return times.sort((a, b) => a - b)[edits >> 1] ?? 0;
}

/** Within a description or a field name, from the middle of the text on. */
function typingPlace(text: string): number {
  const pattern = /(?:"?(?:description|summary|title)"?: *"?\w|\n {2}\w)/g;
  pattern.lastIndex = text.length >> 1;
  const match = pattern.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}

/** Parses, and looks at every node, so that nothing is left to be done later. */
function countAliases(text: string): number {
  let count = 0;
  visit(parseDocument(text), (_, node) => {
    if (isAlias(node)) count++;
  });
  return count;
}
