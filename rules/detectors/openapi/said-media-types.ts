import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { meansSuccess } from '#rules/detectors/openapi/means-success.ts';

/** The operations that a parameter of the root file's paths belongs to; undefined where that is not known. */
export function operationsOfParameter(
  { location, section, context }: Parameter,
  scope: Scope,
): readonly Operation[] | undefined {
  const [group, path = '', first, ...rest] = pointerOf(location);
  if (group !== 'paths' || section.uri !== context.rootUri) return undefined;
  const item = scope.find('openapi.path-item', erasedTemplate(path));
  if (item === undefined || item.path.value !== path || item.reference !== undefined) return undefined;
  if (first === 'parameters') return item.operations;
  const own = rest.length === 2 ? item.operations.filter(({ method }) => method === first) : [];
  return own.length === 0 ? undefined : own;
}

/** True where a success of an operation has media types, or may have: what Accept would ask for. */
export function saysAnswered({ responses }: Operation, scope: Scope): boolean {
  const successes = responses.filter(({ status: { value } }) => value !== 'default' && meansSuccess(value));
  const told = successes.length > 0 ? successes : responses.filter(({ status: { value } }) => value === 'default');
  return told.some(({ response }) => scope.resolve(response)?.content.length !== 0);
}

/** True where the body of an operation has media types, or may have: what Content-Type would tell. */
export function saysSent(operation: Operation, scope: Scope): boolean {
  return operation.requestBody !== undefined && effectiveRequestBody(operation, scope)?.content.length !== 0;
}
