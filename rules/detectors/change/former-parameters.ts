import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';

/** A parameter and what it was. */
export interface ParameterPair {
  readonly parameter: Parameter;
  readonly former: Parameter;
}

/** The parameters that an operation had already: by place and name, those of the path by where they stand in it. */
export function formerParameters(before: Operation, after: Operation, scope: BaseScope): readonly ParameterPair[] {
  const former = new Map(allFormer(before, scope).map((each) => [keyIn(each, before.path), each]));
  return effectiveParameters(after, scope).flatMap((parameter) => {
    const known = former.get(keyIn(parameter, after.path));
    return known === undefined ? [] : [{ parameter, former: known }];
  });
}

/** All parameters of an operation of the base. */
export function allFormer(before: Operation, { base }: Pick<BaseScope, 'base'>): readonly Parameter[] {
  return unnoted(() => effectiveParameters(before, base));
}

/** Names a parameter among those of an operation: names of headers are compared without case (RFC 9110 §5.1). */
export function parameterKey({ name, in: place }: Parameter): string {
  const written = name?.value ?? '';
  return `${place?.value ?? ''} ${place?.value === 'header' ? written.toLowerCase() : written}`;
}

/** The same where the parameters of a path are counted. */
export function keyIn(parameter: Parameter, path: string): string {
  if (parameter.in?.value !== 'path') return parameterKey(parameter);
  const index = templateNames(path).findIndex(({ value }) => value === parameter.name?.value);
  return index < 0 ? parameterKey(parameter) : `path ${index}`;
}
