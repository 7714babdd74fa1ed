import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import type { Operation } from '#core/openapi/model.ts';

/** `GET /users/{id}`; a webhook's or callback's operation is named by its event or expression. */
export function operationTitle(operation: Operation): string {
  return `${writtenMethod(operation)} ${operation.path}`;
}
