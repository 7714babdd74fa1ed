import type { Operation, ResponseEntry } from '#core/openapi/model.ts';

/** The entry that documents a status code: the exact one, else its range (`4XX`), else `default`; undefined when none does. */
export function responseFor(operation: Operation, status: string): ResponseEntry | undefined {
  const range = `${status.slice(0, 1)}XX`;
  return responseAt(operation, status) ?? responseAt(operation, range) ?? responseAt(operation, 'default');
}

/** The entry under exactly this key (`404`, `4XX`, `default`). */
export function responseAt(operation: Operation, key: string): ResponseEntry | undefined {
  return operation.responses.find(({ status }) => status.value === key);
}

/** The entries of the 2xx codes and of `2XX`. */
export function successResponses(operation: Operation): readonly ResponseEntry[] {
  return operation.responses.filter(({ status }) => /^2(?:\d\d|XX)$/.test(status.value));
}

/** The entries of the 4xx and 5xx codes, of their ranges, and `default`. */
export function errorResponses(operation: Operation): readonly ResponseEntry[] {
  return operation.responses.filter(({ status }) => /^(?:[45](?:\d\d|XX)|default)$/.test(status.value));
}
