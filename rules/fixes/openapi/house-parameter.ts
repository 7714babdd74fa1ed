import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { portableReference } from '#rules/fixes/openapi/portable-value.ts';
import { parametersAsWritten, sameParameter } from '#rules/fixes/openapi/written-parameter.ts';

/** A parameter as a description has it, so that other operations can have it too. */
export interface HouseParameter {
  readonly name: string;
  /** A reference or a Parameter Object, portable. */
  readonly value: PlainValue;
}

/** Those parameters of an operation that `isMeant` asks for. */
export function houseParameters(
  operation: Operation,
  isMeant: (parameter: Parameter) => boolean,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): readonly HouseParameter[] {
  return parametersAsWritten(operation, scope).flatMap((one) =>
    isMeant(one.parameter) ? [{ name: one.parameter.name?.value ?? '', value: sameParameter(one) }] : [],
  );
}

/** Those shared parameters of a description that `isMeant` asks for, whether or not an operation refers to them. */
export function sharedParameters(
  isMeant: (parameter: Parameter) => boolean,
  scope: Pick<Scope, 'names' | 'find'>,
): readonly HouseParameter[] {
  return scope.names('openapi.parameter').flatMap((component) => {
    const parameter = scope.find('openapi.parameter', component);
    if (parameter === undefined || !isMeant(parameter)) return [];
    return [{ name: parameter.name?.value ?? '', value: portableReference(parameter) }];
  });
}
