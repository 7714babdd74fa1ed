import { effectiveParameters, pathItemParts, writtenParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { BaseScope, Scope } from '#core/rule.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';

/** True for a parameter that is written at the path, or referred to there, and holds for all its operations. */
export function isOfPath(
  parameter: Parameter,
  { pathItem }: Operation,
  scope: Pick<Scope, 'resolve' | 'find'>,
): boolean {
  const written = pathItemParts(pathItem, scope).flatMap((item) => writtenParameters(item, scope));
  return written.some((each) => scope.resolve<Parameter>(each)?.tree === parameter.tree);
}

/** True where a parameter stands at the path, and is told at the first of its operations that were there. */
export function isToldAtFirst(parameter: Parameter, operation: Operation, scope: BaseScope): boolean {
  const { operations } = operation.pathItem;
  if (operations.length < 2 || !isOfPath(parameter, operation, scope)) return false;
  const first = operations.find((each) => formerOperation(each, scope) !== undefined);
  const isShared = first !== undefined && effectiveParameters(first, scope).some(({ tree }) => tree === parameter.tree);
  return isShared && first.tree !== operation.tree;
}
