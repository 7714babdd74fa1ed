import type { Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { childPlace, itemPlaces } from '#core/openapi/place.ts';
import { readParameter } from '#core/openapi/read/read-parameter.ts';
import type { Scope } from '#core/rule.ts';

/** An item of a list of parameters, and what it leads to. */
export interface ListedParameter {
  readonly site: OrReference<Parameter>;
  /** Undefined where a `$ref` leads nowhere. */
  readonly parameter: Parameter | undefined;
}

/** The parameters that an operation or a path item lists itself, `$ref`s followed; of 2.0 those that make the body, too. */
export function listedParameters(
  view: PathItem | Operation,
  scope: Pick<Scope, 'resolve'>,
): readonly ListedParameter[] {
  return itemPlaces(childPlace(view, 'parameters')).flatMap((place) => {
    const site = readParameter(place, view.context);
    return site === undefined ? [] : [{ site, parameter: scope.resolve<Parameter>(site) }];
  });
}

/**
 * What tells a parameter from others of its operation: its name and where it is sent. Names of headers are compared without case
 * (RFC 9110 §5.1). Undefined where either is not said.
 */
export function parameterIdentity({ name, in: location }: Parameter): string | undefined {
  if (name === undefined || location === undefined) return undefined;
  const isHeader = location.value === 'header';
  return `${location.value} ${isHeader ? name.value.toLowerCase() : name.value}`;
}
