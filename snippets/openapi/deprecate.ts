import { readItem } from '#snippets/openapi/resource.ts';
import { withChange } from '#snippets/openapi/with-change.ts';
import type { EndDates, OpenApiInsertion, OpenApiPattern, OperationChange } from '#snippets/pattern.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'query', 'other', 'head', 'options', 'trace'] as const;

/** What stands for a date nobody has named: a finding of `openapi/deprecated-with-sunset` until it is filled. */
const placeholder = 'YYYY-MM-DD';

/** What says that an operation ends; the dates as the headers write them are left out where they are not known. */
function changeWith(dates: EndDates | undefined): OperationChange {
  const since = dates && `@${Math.floor(dates.since.getTime() / 1000)}`;
  return {
    methods,
    fields: { deprecated: true, 'x-sunset': dates?.end.toISOString().slice(0, 10) ?? placeholder },
    successHeaders: {
      Deprecation: header('Since when it is deprecated (RFC 9745).', since),
      Sunset: header('When it ends (RFC 8594).', dates?.end.toUTCString()),
      Link: header('Leads to what takes its place (RFC 8288).', '</v2/items>; rel="successor-version"'),
    },
  };
}

function header(description: string, example: string | undefined) {
  return { description, schema: { type: 'string' }, ...(example === undefined ? {} : { example }) };
}

function insertionWith(dates: EndDates | undefined): OpenApiInsertion {
  const changes = [changeWith(dates)];
  return { kind: 'operations', reach: 'operation', methods, changes, place: 'the operation that ends' };
}

/** Dates for a snippet that is typed: they are written over. */
const exampleDates: EndDates = { since: new Date('2030-01-01T00:00:00Z'), end: new Date('2030-12-31T23:59:59Z') };

export const deprecate: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-deprecate',
  title: 'Deprecated operation',
  keywords: ['sunset', 'retire', 'end of life', 'versioning', 'deprecation'],
  description: 'deprecated, the date it ends, and the Deprecation, Sunset and Link headers that tell clients.',
  contributions: [{ context: 'path item', body: { get: withChange(readItem, changeWith(exampleDates)) } }],
  insertion: insertionWith(undefined),
  insertionWith,
};
