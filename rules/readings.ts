import written from './readings.json' with { type: 'json' };

/** What came of reading findings of a rule on real files, with the files open. */
export interface Reading {
  readonly rule: string;
  /** The day, as in ISO 8601. */
  readonly on: string;
  /** How many findings there were, single ones, in how many files. */
  readonly findings: number;
  readonly files: number;
  /** How many of them were read; how many of those said what is not so, and how many a fair team would call noise. */
  readonly read: number;
  readonly wrong: number;
  readonly noise: number;
}

/** The last reading of a rule; undefined where there is none. `scripts/sample-findings.mjs --record` writes it. */
export function readingOf(ruleId: string): Reading | undefined {
  return readings.find(({ rule }) => rule === ruleId);
}

/** The last reading of each rule, by its id. */
export const readings: readonly Reading[] = written;

/** A reading as a sentence. */
export function readingText({ on, findings, files, read, wrong, noise }: Reading): string {
  if (findings === 0) return `On real files this rule found nothing (${on}).`;
  const place = files === 1 ? 'one real file' : `${files} real files`;
  const all =
    findings === 1
      ? 'Its one finding'
      : read === findings
        ? `All its ${findings} findings`
        : `${read} of its ${findings} findings`;
  const verb = read === 1 ? 'was' : 'were';
  return `${all} in ${place} ${verb} checked by hand on ${on}: ${counted(wrong)} wrong, ${counted(noise)} right but not worth a change.`;
}

function counted(count: number): string {
  return count === 0 ? 'none' : String(count);
}
