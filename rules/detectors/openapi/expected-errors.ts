import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { isCallerError, isRefusal } from '#rules/detectors/openapi/caller-error.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { mayRefuseInput } from '#rules/detectors/openapi/may-refuse-input.ts';
import { isPublic } from '#rules/detectors/openapi/public-operation.ts';
import { usualErrors } from '#rules/detectors/openapi/usual-errors.ts';

/** The errors an operation is asked for that documents none: those that are usual, that of missing credentials, or none. */
export type AskedErrors = 'usual' | 'unauthorized' | 'none';

export function askedErrors(operation: Operation, statuses: readonly string[], scope: Scope): AskedErrors {
  if (operation.origin !== 'path' || statuses.some(isCallerError)) return 'none';
  if (mayRefuseInput(operation, scope)) return statuses.some(isRefusal) ? 'none' : 'usual';
  const isSecured = effectiveSecurity(operation, scope) !== undefined && !isPublic(operation, scope);
  return isSecured ? 'unauthorized' : 'none';
}

/** The statuses of these errors, as far as they are documented elsewhere. */
export function expectedErrors(
  asked: AskedErrors,
  gap: Parameters<typeof usualErrors>[0],
  house: HouseErrors,
): readonly string[] {
  if (asked === 'usual') return usualErrors(gap, house);
  return asked === 'unauthorized' && house.uses.some(({ status }) => status === '401') ? ['401'] : [];
}
