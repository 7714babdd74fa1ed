import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf, type View } from '#core/openapi/view.ts';
import type { BaseScope } from '#core/rule.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';

/** True for what stands at the path, and holds for all its operations. */
export function isOfPath(part: Pick<View, 'section' | 'location'>, { section, location }: Operation): boolean {
  const [own, operation] = [pointerOf(part.location), pointerOf(location)];
  const isWithin = part.section.uri === section.uri && operation.every((step, place) => own[place] === step);
  return !isWithin;
}

/** True where a parameter stands at the path, and is told at the first of its operations that were there. */
export function isToldAtFirst(parameter: Parameter, operation: Operation, scope: BaseScope): boolean {
  const { operations } = operation.pathItem;
  if (operations.length < 2 || !isOfPath(parameter, operation)) return false;
  const first = operations.find((each) => formerOperation(each, scope) !== undefined);
  const isShared = first !== undefined && effectiveParameters(first, scope).some(({ tree }) => tree === parameter.tree);
  return isShared && first.tree !== operation.tree;
}
