import type { PlainValue } from '#core/tree/tree.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { addComponent, referenceTo } from '#rules/fixes/openapi/component.ts';
import type { ErrorKind } from '#rules/fixes/openapi/error-kinds.ts';
import type { ErrorSite, NewResponse } from '#rules/fixes/openapi/error-site.ts';
import { headerValue } from '#rules/fixes/openapi/header-value.ts';

/** The first error of a description: a shared response with the description's own error schema, else with a problem (RFC 9457). */
export function firstError(house: HouseErrors, site: ErrorSite, kind: ErrorKind): NewResponse {
  const { context, schema } = house;
  const body = errorSchema(house);
  const mediaType = schema === undefined || schema.isProblem ? 'application/problem+json' : 'application/json';
  const content: PlainValue =
    context.version === '2.0' ? { schema: body } : { content: { [mediaType]: { schema: body } } };
  const headers = Object.entries(kind.headers).map(([name, header]) => [name, headerValue(context, header)] as const);
  const value = {
    description: `${kind.description}.`,
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    ...content,
  };
  const isNew = schema === undefined;
  return {
    value: referenceTo('responses', kind.name, site.uri, context),
    additions: [
      addComponent('responses', kind.name, value, context),
      ...(isNew ? [addComponent('schemas', house.newSchema, problemSchema, context)] : []),
    ],
  };
}

function errorSchema({ schema, newSchema, context }: HouseErrors) {
  return referenceTo('schemas', schema?.name ?? newSchema, context.rootUri, context);
}

/** The schema of an RFC 9457 problem (§3.1). */
const problemSchema: PlainValue = {
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
  },
};
