import { nearestName } from '#core/text/nearest-name.ts';

/** The keys `plumbline.yaml` may have at its root. */
export const configKeys = ['preset', 'rules', 'include', 'exclude', 'entries', 'ignores', 'prisma', 'mapping'] as const;

/** The keys a rule may have beside its options. */
export const ruleKeys = ['severity', 'options'] as const;

/** The keys of what is not reported. */
export const ignoreKeys = ['files', 'rules', 'reason'] as const;

/** The keys of what is said about schemas and models. */
export const mappingKeys = ['models', 'fields'] as const;

/** The keys of a list of words that is changed. */
export const wordKeys = ['add', 'remove'] as const;

/** How grave the findings of a rule are, and that there are none. */
export const severityNames = ['off', 'info', 'warning', 'error'] as const;

export type SeverityName = (typeof severityNames)[number];

/** True for what may be written as a severity. */
export function isSeverityName(value: unknown): value is SeverityName {
  return severityNames.some((name) => name === value);
}

/** What other tools, or other words, call a severity. */
const otherSeverityNames: ReadonlyMap<string, SeverityName> = new Map([
  ['warn', 'warning'],
  ['err', 'error'],
  ['fatal', 'error'],
  ['information', 'info'],
  ['hint', 'info'],
  ['note', 'info'],
  ['none', 'off'],
  ['never', 'off'],
  ['disable', 'off'],
  ['disabled', 'off'],
]);

/** The severity that is meant; undefined where that is not clear. */
export function meantSeverity(name: string): SeverityName | undefined {
  const near = nearestName(name, severityNames);
  return otherSeverityNames.get(name.toLowerCase()) ?? severityNames.find((known) => known === near);
}

/** The rule id or group that is meant: almost the same, or the same without its folder or with another one. */
export function meantRule(id: string, ids: readonly string[]): string | undefined {
  const name = lastPart(id);
  const sameName = name === '*' ? undefined : ids.find((known) => lastPart(known) === name);
  const whole = sameName ?? nearestName(id, ids);
  if (whole !== undefined) return whole;
  const near = nearestName(name, ids.map(lastPart));
  return near === undefined ? undefined : ids.find((known) => lastPart(known) === near);
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
