import type { DescriptionContext } from '#core/openapi/model.ts';
import type { Change } from '#core/rule.ts';
import { addParameters, type ParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { addComponent } from '#rules/fixes/openapi/component.ts';
import type { HouseParameter } from '#rules/fixes/openapi/house-parameter.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { portableComponent, valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { standardHeaders } from '#rules/fixes/openapi/standard-webhooks.ts';

/** A header of Standard Webhooks by its name, as a description shares it already, else as a new component. */
export function standardHeader(
  name: string,
  shared: readonly HouseParameter[],
  context: DescriptionContext,
): HouseParameter & { readonly additions: readonly Change[] } {
  const known = shared.find((header) => header.name.toLowerCase() === name);
  const standard = standardHeaders.find(({ parameter }) => parameter.name === name);
  if (known !== undefined || standard === undefined) return { ...(known ?? { name, value: {} }), additions: [] };
  const { component, parameter } = standard;
  return {
    name,
    value: portableComponent('parameters', component, context),
    additions: [addComponent('parameters', component, parameterValue(context, parameter), context)],
  };
}

/** Lets an operation take headers; undefined without any. */
export function takeHeaders(
  site: ParametersSite,
  headers: readonly HouseParameter[],
): readonly [Change, ...Change[]] | undefined {
  const [first, ...others] = headers.map(({ value }) => valueIn(value, site.uri));
  return first === undefined ? undefined : addParameters(site, [first, ...others]);
}
