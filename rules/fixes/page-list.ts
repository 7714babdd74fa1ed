import type { Operation, Parameter, Response } from '#core/openapi/model.ts';
import { propertiesOf } from '#core/openapi/schema-properties.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { ListBody } from '#rules/detectors/collection.ts';
import { parameterWord } from '#rules/detectors/paging.ts';
import { addHeaders } from '#rules/fixes/add-header.ts';
import { addParameters } from '#rules/fixes/add-parameters.ts';
import { referenceTo } from '#rules/fixes/component.ts';
import { headerValue, type NewHeader } from '#rules/fixes/header-value.ts';
import { parameterValue } from '#rules/fixes/parameter-value.ts';
import { limitNames, offsetNames, opaqueCursorNames } from '#rules/words/paging-parameters.ts';

/** Gives an operation paging parameters: those the description shares already, else a limit and a cursor of its own. */
export function addPagingParameters(operation: Operation, scope: Scope): readonly TreeChange[] {
  const { context, section } = operation;
  const { limit, place } = sharedParameters(scope);
  if (limit !== undefined && place !== undefined) {
    const refer = (name: string): PlainValue => referenceTo('parameters', name, section.uri, context);
    return addParameters(operation, [refer(limit), refer(place)]);
  }
  return addParameters(operation, [
    parameterValue(context, {
      name: 'limit',
      in: 'query',
      description: 'Items per page.',
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    }),
    parameterValue(context, {
      name: 'cursor',
      in: 'query',
      description: 'Where the page starts, as the page before said; the first page without it.',
      schema: { type: 'string' },
    }),
  ]);
}

/** Lets a page lead on: a property for the next cursor, or a `Link` header (RFC 8288) beside a bare array. */
export function addNext(list: ListBody, response: Response, scope: Scope): readonly [TreeChange, ...TreeChange[]] {
  const { envelope } = list;
  if (envelope === undefined) {
    return addHeaders(response, { Link: headerValue(response.context, linkHeader) });
  }
  const isSnake = propertiesOf(envelope, scope).some(({ name }) => /[a-z]_[a-z]/.test(name.value));
  const name = isSnake ? 'next_cursor' : 'nextCursor';
  const value: PlainValue = { type: 'string', description: 'Where the next page starts; absent after the last page.' };
  const pointer = [...pointerOf(envelope.location), 'properties', name];
  return [{ kind: 'set', uri: envelope.section.uri, pointer, value, ifAbsent: true }];
}

const linkHeader: NewHeader = {
  description: 'The next page, as a link with rel="next" (RFC 8288); none after the last page.',
  schema: { type: 'string' },
};

/** The components that page, by name. */
function sharedParameters(scope: Scope): { readonly limit: string | undefined; readonly place: string | undefined } {
  const named = scope.names('openapi.parameter').flatMap((name) => {
    const parameter = scope.find('openapi.parameter', name);
    return parameter?.in?.value === 'query' ? [{ name, parameter }] : [];
  });
  const findIn = (names: ReadonlySet<string>): string | undefined =>
    named.find(({ parameter }: { readonly parameter: Parameter }) => names.has(parameterWord(parameter)))?.name;
  return { limit: findIn(limitNames), place: findIn(opaqueCursorNames) ?? findIn(offsetNames) };
}
