import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import { foldedName } from '#core/text/casing.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { KnownOperation } from '#rules/fixes/openapi/operation-pattern.ts';
import { absoluteReferences, portableValue } from '#rules/fixes/openapi/portable-value.ts';

type PlainMap = { readonly [key: string]: PlainValue };

/** The 404 of a path with an id, for responses that have none: that of the same resource, or one that is shared. */
export function notFoundLike(
  path: string,
  responses: PlainMap,
  own: readonly KnownOperation[],
  known: readonly KnownOperation[],
): PlainMap {
  if (!path.includes('{') || Object.keys(responses).some((status) => /^(?:404|410|4xx|default)$/i.test(status)))
    return {};
  for (const { operation } of [...own, ...known]) {
    const response = responseAt(operation, '404')?.response;
    if (response === undefined) continue;
    const isOwn = own.some((each) => each.operation === operation);
    if (response.kind !== 'openapi.reference') {
      if (isOwn) return { '404': portableValue(response) };
    } else if (isOwn || isOfNone(response.target))
      return { '404': absoluteReferences({ $ref: response.target }, response.section.uri) };
  }
  return {};
}

/** True for a response that is called after no resource: `NotFound`, `Error404`. */
function isOfNone(target: string): boolean {
  const name = foldedName(target.split('/').at(-1) ?? '');
  return /^(?:api|http|error|resource|entity|object|item|response)*(?:404|notfound)(?:error|response|problem)*$/.test(
    name,
  );
}

/** Responses with it, behind their other errors of the client. */
export function withNotFound(responses: PlainMap, notFound: PlainMap): PlainMap {
  if (Object.keys(notFound).length === 0) return responses;
  const entries = Object.entries(responses);
  const place = entries.findIndex(([status]) => !/^[1-3]|^40[0-3]/.test(status));
  const at = place < 0 ? entries.length : place;
  return Object.fromEntries([...entries.slice(0, at), ...Object.entries(notFound), ...entries.slice(at)]);
}

/** A map of responses; empty for anything else. */
export function responsesOf(value: PlainValue | undefined): PlainMap {
  return isMap(value) ? value : {};
}
