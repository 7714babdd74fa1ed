import { isAlias, parseDocument, visit } from 'yaml';
import { review } from '#core/review.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { rulebook } from '#rules/rulebook.ts';
import type { Case } from './cases.ts';

/** What reviews within one process took. Times in milliseconds, sizes in MB (a million bytes). Undefined: does not apply. */
export interface ReviewFigures {
  readonly size: number;
  readonly lines: number;
  readonly findings: number;
  /** The first review of the process. */
  readonly cold: number;
  /** The second, from nothing as well: the code is compiled by then. */
  readonly warm: number;
  /** The same text through JSON.parse, and through parseDocument of the package `yaml`. */
  readonly jsonParse: number | undefined;
  readonly yamlParse: number | undefined;
}

const settings = { folders: ['file:///'], preset: 'recommended', unread: new Map() };

/** Reviews a case; to be called once in a process, or the cold time means nothing. */
export function measureReview({ fileName, text: make }: Case): ReviewFigures {
  const text = make();
  const uri = `file:///bench/${fileName}`;
  const cold = timed(() => review([{ uri, text }], rulebook, settings));
  const warm = timed(() => review([{ uri, text }], rulebook, settings));
  return {
    size: Buffer.byteLength(text) / 1_000_000,
    lines: text.split('\n').length,
    findings: [...cold.result.files.values()].reduce((sum, file) => sum + file.findings.length, 0),
    cold: cold.time,
    warm: warm.time,
    jsonParse: uri.endsWith('.json') ? timed(() => JSON.parse(text)).time : undefined,
    yamlParse: sourceKindOf(uri).language?.kind === 'tree' ? timed(() => countAliases(text)).time : undefined,
  };
}

function timed<T>(work: () => T): { readonly time: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { time: performance.now() - start, result };
}

/** Parses, and looks at every node, so that nothing is left to be done later. */
function countAliases(text: string): number {
  let count = 0;
  visit(parseDocument(text), (_, node) => {
    if (isAlias(node)) count++;
  });
  return count;
}
