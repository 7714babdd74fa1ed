import { pathItemParts, writtenParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, OrReference, Parameter } from '#core/openapi/model.ts';
import { isBodyParameter } from '#core/openapi/read/read-parameter.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { portableReference, portableValue } from '#rules/fixes/openapi/portable-value.ts';

/** A parameter beside the way its operation writes it. */
export interface WrittenParameter {
  readonly written: OrReference<Parameter>;
  readonly parameter: Parameter;
}

/** The parameters an operation has, its path item's first, with the `$ref`s that lead to them. */
export function parametersAsWritten(
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): readonly WrittenParameter[] {
  const owners = [...pathItemParts(operation.pathItem, scope), operation];
  return owners
    .flatMap((owner) => writtenParameters(owner, scope))
    .flatMap((written) => {
      const parameter = scope.resolve(written);
      if (parameter === undefined || isBodyParameter(parameter, operation.context)) return [];
      return [{ written, parameter }];
    });
}

/**
 * What another operation writes to have the same parameter, portable: a reference to a shared one, else the parameter without
 * what belongs to its one place (tools' extensions, and that it is required: clients of the other operation do not send it yet).
 */
export function sameParameter({ written, parameter }: WrittenParameter): PlainValue {
  if (written.kind === 'openapi.reference' && pointerOf(parameter.location)[0] !== 'paths')
    return portableReference(parameter);
  const plain = portableValue(parameter);
  if (!isMap(plain)) return plain;
  const isShared = ([key, value]: readonly [string, PlainValue]) =>
    !key.startsWith('x-') && (key !== 'required' || value === false);
  return Object.fromEntries(Object.entries(plain).filter(isShared));
}
