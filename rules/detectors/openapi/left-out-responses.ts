import type { Operation } from '#core/openapi/model.ts';

/** From 3.1 on an operation needs no `responses` (OpenAPI 3.1 Operation Object): true for one that has none. */
export function leavesOutResponses({ context, responsesAnchor }: Operation): boolean {
  return responsesAnchor === undefined && context.version !== '2.0' && context.version !== '3.0';
}
