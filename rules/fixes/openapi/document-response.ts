import type { DescriptionContext } from '#core/openapi/model.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { registeredStatusCodes } from '#rules/words/status-codes.ts';

/** An operation as far as a fix of its responses needs to know it. */
export interface ResponsesSite {
  readonly uri: string;
  /** Keys from the file's root to the operation. */
  readonly pointer: readonly string[];
  /** The statuses that are documented, as written. */
  readonly statuses: readonly string[];
  readonly context: DescriptionContext;
}

/** Documents a status between its numeric neighbours; `additions` are what the response refers to. */
export function documentResponse(
  { uri, pointer, statuses }: ResponsesSite,
  status: string,
  value: PlainValue,
  additions: readonly TreeChange[],
): readonly [TreeChange, ...TreeChange[]] {
  const entry = { kind: 'set', uri, pointer: [...pointer, 'responses', status], value, ifAbsent: true } as const;
  return [{ ...entry, ...neighbours(statuses, status) }, ...additions];
}

/**
 * Where a new status goes: before the nearest higher one, else after the last lower one of its class, else after the last lower one;
 * `default` and ranges sort last. Where a lower one of its class stands behind that one, it goes after the last such; where all go down,
 * the new one does. Codes count that are not documented yet, between those that are: another fix may add them at the same time.
 */
export function neighbours(
  statuses: readonly string[],
  status: string,
): { readonly after: readonly string[]; readonly before: readonly string[] } {
  const sorted = [...new Set([...registeredStatusCodes, ...statuses])].filter((other) => other !== status).sort();
  const higher = sorted.filter((other) => other > status);
  if (goDown(statuses)) {
    const codes = sorted.filter((other) => /^\d/.test(other));
    return {
      after: codes.filter((other) => other > status),
      before: codes.filter((other) => other < status).reverse(),
    };
  }
  const lower = statuses.filter((other) => other < status).reverse();
  const isAlike = (other: string): boolean => other[0] === status[0];
  const alike = lower.filter(isAlike);
  const above = (own: readonly string[]): readonly string[] =>
    sorted.filter((other) => other < status && own.every((each) => each < other)).reverse();
  const nearest = statuses.indexOf(higher.find((other) => statuses.includes(other)) ?? '');
  const isMixed = nearest >= 0 && statuses.slice(nearest).some((other) => other < status && isAlike(other));
  return {
    after: [...new Set([...above(alike).filter(isAlike), ...alike, ...above(lower), ...lower, ...above([])])],
    before: isMixed ? [] : higher,
  };
}

/** True where each of three or more codes is lower than the one before. */
function goDown(statuses: readonly string[]): boolean {
  const codes = statuses.filter((status) => /^\d/.test(status));
  return codes.length > 2 && codes.every((code, index) => index === 0 || code < (codes[index - 1] ?? ''));
}
