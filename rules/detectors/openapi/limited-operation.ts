import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { isPublic } from '#rules/detectors/openapi/public-operation.ts';
import { isUnlimited } from '#rules/detectors/openapi/rate-limit.ts';

/** False for what is called by others, and for health checks and the like. */
export function isLimited(operation: Operation, scope: Scope): boolean {
  if (operation.origin !== 'path' || isPreflight(operation)) return false;
  return !isUnlimited(operation.tree) && !isUnlimited(operation.pathItem.tree) && !isPublic(operation, scope);
}
