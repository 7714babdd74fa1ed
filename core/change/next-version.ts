/** What a change asks of a version: clients break, something is there beside what was, or only texts are others. */
export type VersionStep = 'major' | 'minor' | 'patch';

/** The version that has to come after one with so much changed, written as that is; undefined for what is no such version. */
export function nextVersion(version: string, step: VersionStep): string | undefined {
  const read = readVersion(version);
  if (read === undefined) return undefined;
  const { prefix, numbers } = read;
  const [major = 0, minor = 0, patch = 0] = numbers;
  const made = stepUp([major, minor, patch], step);
  // Of `v1` there is no minor version to raise.
  return prefix + made.slice(0, numbers.length).join('.');
}

/** True where a version says that so much has changed; undefined where one is no version, or the first one promised nothing yet (`-beta`). */
export function saysStep(before: string, after: string, step: VersionStep): boolean | undefined {
  const [former, now] = [readVersion(before), readVersion(after)];
  if (former === undefined || now === undefined || former.isUnstable) return undefined;
  const depth = Math.min(former.numbers.length, now.numbers.length);
  const wanted = stepUp(three(former.numbers), step).slice(0, depth);
  return compare(three(now.numbers).slice(0, depth), wanted) >= 0;
}

/** True for a version below another one; undefined where one of them is none. */
export function isLowered(before: string, after: string): boolean | undefined {
  const [former, now] = [readVersion(before), readVersion(after)];
  return former && now && compare(three(now.numbers), three(former.numbers)) < 0;
}

/** Before 1.0.0 anything may change with a minor version (SemVer 2.0.0 §4). */
function stepUp([major, minor, patch]: Numbers, step: VersionStep): Numbers {
  if (major === 0) return step === 'patch' ? [0, minor, patch + 1] : [0, minor + 1, 0];
  if (step === 'major') return [major + 1, 0, 0];
  return step === 'minor' ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

type Numbers = readonly [number, number, number];

function three([major = 0, minor = 0, patch = 0]: readonly number[]): Numbers {
  return [major, minor, patch];
}

/** `1.4.0`, `v2`, `1.4.0-rc.1+5`; no days, which say when and not how much. */
function readVersion(
  text: string,
): { readonly prefix: string; readonly numbers: readonly number[]; readonly isUnstable: boolean } | undefined {
  const [, prefix = '', digits = '', unstable] =
    /^(v?)(\d{1,6}(?:\.\d{1,6}){0,2})(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.exec(text.trim()) ?? [];
  const numbers = digits === '' ? [] : digits.split('.').map(Number);
  if (numbers.length === 0 || (numbers[0] ?? 0) >= firstYear) return undefined;
  return { prefix, numbers, isUnstable: unstable !== undefined };
}

const firstYear = 1900;

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((number, place) => number !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
