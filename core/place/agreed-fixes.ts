import type { RawFinding } from '#core/raw-finding.ts';
import type { Change, Fix } from '#core/rule.ts';

/** What one description says of a place in a file that several use, and what others said of it in the same words. */
export interface SaidOfShared {
  readonly raw: RawFinding;
  readonly others: readonly RawFinding[];
  /** How many descriptions use the file. */
  readonly users: number;
}

/**
 * What is told of it: with the fixes all of them have, so that none changes the file in a way that is another's alone. One is safe
 * only where every description that uses the file has it. The very same finding for the same answer.
 */
export function withAgreedFixes({ raw, others, users }: SaidOfShared): RawFinding {
  const own = raw.finding.fixes ?? [];
  if (own.length === 0) return raw;
  const agreed = own.filter((fix) => others.every(({ finding }) => hasFix(finding.fixes ?? [], fix)));
  const fixes = others.length + 1 < users ? agreed.map(forReview) : agreed;
  if (isSameList(fixes, own)) return raw;
  const known = told.get(raw);
  if (known !== undefined && isSameList(known.finding.fixes ?? [], fixes)) return known;
  const made = { ...raw, finding: { ...raw.finding, fixes } };
  told.set(raw, made);
  return made;
}

const told = new WeakMap<RawFinding, RawFinding>();
const reviewed = new WeakMap<Fix, Fix>();

function forReview(fix: Fix): Fix {
  if (fix.safety === 'review') return fix;
  const made = reviewed.get(fix) ?? { ...fix, safety: 'review' };
  reviewed.set(fix, made);
  return made;
}

function hasFix(fixes: readonly Fix[], wanted: Fix): boolean {
  return fixes.some((fix) => fix === wanted || (fix.title === wanted.title && isSameChange(fix, wanted)));
}

/** What is made late is known by its title alone. */
function isSameChange({ changes: a }: Fix, { changes: b }: Fix): boolean {
  if ('make' in a || 'make' in b) return 'make' in a && 'make' in b;
  return a.length === b.length && a.every((change, index) => textOf(change) === textOf(b[index] ?? change));
}

function textOf(change: Change): string {
  return JSON.stringify(change.kind === 'text' ? [change.section.id, change.edits] : change);
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
