import type { Operation, ResponseEntry } from '#core/openapi/model.ts';
import { foundOnce } from '#core/work/note-read.ts';

/** The entry that documents a status code: the exact one, else its range (`4XX`), else `default`; undefined when none does. */
export function responseFor(operation: Operation, status: string): ResponseEntry | undefined {
  const range = `${status.slice(0, 1)}XX`;
  return responseAt(operation, status) ?? responseAt(operation, range) ?? responseAt(operation, 'default');
}

/** The entry under exactly this key (`404`, `4XX`, `default`), or that of responses of which nothing is known. */
export function responseAt(operation: Operation, key: string): ResponseEntry | undefined {
  const { responses } = operation;
  return responses.find(({ status }) => status.value === key) ?? responses.find(isUnknown);
}

function isUnknown({ status }: ResponseEntry): boolean {
  return status.value === '*';
}

/** The entries of the 2xx codes and of `2XX`, and that of unknown ones. */
export function successResponses(operation: Operation): readonly ResponseEntry[] {
  return foundOnce(successResponses, operation, () =>
    operation.responses.filter(({ status }) => /^(?:2(?:\d\d|XX)|\*)$/.test(status.value)),
  );
}

/** The entries of the 4xx and 5xx codes, of their ranges, `default`, and that of unknown ones. */
export function errorResponses(operation: Operation): readonly ResponseEntry[] {
  return foundOnce(errorResponses, operation, () =>
    operation.responses.filter(({ status }) => /^(?:[45](?:\d\d|XX)|default|\*)$/.test(status.value)),
  );
}
