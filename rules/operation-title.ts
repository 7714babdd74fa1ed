import type { Operation } from '#core/openapi/model.ts';

/** `GET /users/{id}`; a webhook's or callback's operation is named by its event or expression. */
export function operationTitle({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}
