import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** True where an operation says how it answers what is not valid: by 400 or 422, by their range, by `default`, or in the text of another code. */
export function tellsInvalid(
  operation: Operation,
  statuses: readonly string[],
  scope: Pick<Scope, 'resolve'>,
): boolean {
  if (statuses.some((status) => /^(?:400|422|4xx|default)$/i.test(status))) return true;
  return operation.responses.some(
    ({ status, response }) =>
      otherCodes.test(status.value) && invalid.test(scope.resolve(response)?.description?.value ?? ''),
  );
}

const otherCodes = /^4(?:0[3-9]|1\d)$|^\*$/;
const invalid =
  /\b(?:invalid|not valid|validation|malformed|bad request|unprocessable|missing (?:param|field|required|argument)|wrong (?:input|param|format)|illegal|incorrect)/i;
