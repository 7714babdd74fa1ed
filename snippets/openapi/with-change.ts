import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { OperationChange, Values } from '#snippets/pattern.ts';

/** An operation written out with a change, as a contributed snippet shows it. */
export function withChange(operation: Values, change: OperationChange): Values {
  const { parameters = [], fields = {}, responses = {}, successHeaders } = change;
  const { responses: own, requestBody, parameters: ownParameters, ...rest } = operation;
  const [from, to] = change.renamedStatus ?? [];
  const kept = Object.entries(asMap(own)).filter(([status]) => status !== from || to === undefined);
  const all = { ...Object.fromEntries(kept), ...responses };
  const allParameters = [...(Array.isArray(ownParameters) ? ownParameters : []), ...parameters];
  return {
    ...rest,
    ...fields,
    ...(allParameters.length > 0 ? { parameters: allParameters } : {}),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: inOrder(successHeaders === undefined ? all : withHeaders(all, successHeaders)),
  };
}

function withHeaders(responses: Values, headers: Values): Values {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const { description = '', headers: own, ...rest } = asMap(response);
      const isChanged = /^2/.test(status);
      return [status, isChanged ? { description, headers: { ...asMap(own), ...headers }, ...rest } : response];
    }),
  );
}

/** `default` last, whatever was added after it. */
function inOrder({ default: rest, ...statuses }: Values): Values {
  return rest === undefined ? statuses : { ...statuses, default: rest };
}

function asMap(value: PlainValue | undefined): Values {
  return value !== undefined && isMap(value) ? value : {};
}
