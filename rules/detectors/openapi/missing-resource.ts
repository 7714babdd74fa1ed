import { errorResponses, successResponses } from '#core/openapi/effective/documented-responses.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { isRefusal } from '#rules/detectors/openapi/caller-error.ts';

/** True when an error other than 404 says that it stands for a missing resource: “400: The order was not found”. */
export function speaksOfMissing(operation: Operation, scope: Pick<Scope, 'resolve'>): boolean {
  return errorResponses(operation).some(({ status, response }) => {
    if (!isRefusal(status.value) || status.value === '429') return false;
    return missing.test(scope.resolve(response)?.description?.value ?? '');
  });
}

/** True when an error response says that it stands for all client errors: “How errors look, for 4XX codes”. */
export function speaksOfRange(operation: Operation, scope: Pick<Scope, 'resolve'>): boolean {
  return errorResponses(operation).some(({ status, response }) => {
    return isRefusal(status.value) && range.test(scope.resolve(response)?.description?.value ?? '');
  });
}

/** True for a write that is queued, whatever it is about: “Task successfully enqueued”. Whether there is such a resource shows later. */
export function isOnlyQueued(operation: Operation, scope: Pick<Scope, 'resolve'>): boolean {
  if (operation.method === 'get' || operation.method === 'head') return false;
  const successes = successResponses(operation);
  return (
    successes.length > 0 &&
    successes.every(({ response }) => queued.test(scope.resolve(response)?.description?.value ?? ''))
  );
}

const queued = /\b(?:en)?queued\b/i;
const range = /\b4(?:xx\b|\*\*)/i;
const missing =
  /\b(?:not (?:be )?found|no such|(?:do|does|did)(?:n['’]t| not) exist|no [\w-]+ (?:was |were |is )?found|non-?existent)\b/i;
