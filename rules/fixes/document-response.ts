import type { DescriptionContext } from '#core/openapi/model.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { referenceTo } from '#rules/fixes/component.ts';
import type { ErrorResponse } from '#rules/fixes/error-response.ts';

/** An operation as far as a fix of its responses needs to know it. */
export interface ResponsesSite {
  readonly uri: string;
  /** Keys from the file's root to the operation. */
  readonly pointer: readonly string[];
  /** The statuses that are documented, as written. */
  readonly statuses: readonly string[];
  readonly context: DescriptionContext;
}

/** Documents a status by a `$ref` to a component response, between its numeric neighbours. */
export function documentResponse(
  site: ResponsesSite,
  status: string,
  { name, additions }: ErrorResponse,
): readonly [TreeChange, ...TreeChange[]] {
  const { uri, context } = site;
  const value = referenceTo('responses', name, uri, context);
  const entry = { kind: 'set', uri, pointer: [...site.pointer, 'responses', status], value, ifAbsent: true } as const;
  return [{ ...entry, ...neighbours(site.statuses, status) }, ...additions];
}

/** Where a new status goes: after the nearest lower ones, else before the higher ones; `default` and ranges sort last. */
export function neighbours(
  statuses: readonly string[],
  status: string,
): { readonly after: readonly string[]; readonly before: readonly string[] } {
  const sorted = statuses.filter((other) => other !== status).sort();
  return {
    after: sorted.filter((other) => other < status).reverse(),
    before: sorted.filter((other) => other > status),
  };
}
