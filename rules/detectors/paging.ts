import { effectiveParameters } from '#core/openapi/effective.ts';
import type { Operation, Parameter, Schema } from '#core/openapi/model.ts';
import { propertiesOf } from '#core/openapi/schema-properties.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

const limitNames = new Set(
  'limit pagesize perpage top maxpagesize first last maxresults size count take rows pagelimit itemsperpage resultsperpage pagecount maxitems'.split(
    ' ',
  ),
);
const cursorNames = new Set(
  'cursor pagetoken nexttoken nextpagetoken continuationtoken continuation after before startingafter endingbefore startafter marker nextcursor pagecursor pageafter pagebefore sinceid maxid startcursor endcursor starttoken'.split(
    ' ',
  ),
);
const offsetNames = new Set(
  'offset skip page pagenumber pageno pageindex startat startindex start from currentpage pagenum pageoffset'.split(
    ' ',
  ),
);

/** The parameters of an operation that page through a list. */
export interface Paging {
  readonly limit: Parameter | undefined;
  readonly cursor: Parameter | undefined;
  readonly offset: Parameter | undefined;
}

/** Finds the paging parameters among the query and header parameters, the path item's included. */
export function pagingOf(operation: Operation, scope: Scope): Paging {
  const parameters = effectiveParameters(operation, scope).filter(({ in: place }) => place?.value !== 'path');
  const findIn = (names: ReadonlySet<string>): Parameter | undefined =>
    parameters.find(({ name }) => name !== undefined && names.has(foldedName(name.value)));
  return { limit: findIn(limitNames), cursor: findIn(cursorNames), offset: findIn(offsetNames) };
}

const nextNames = new Set(
  'next nextlink nextcursor nextpage nextpagetoken nexttoken hasmore hasnext hasnextpage more cursor cursors continuationtoken continuation pagination paging pageinfo pagetoken links link meta metadata responsemetadata lastid nextmarker nextpageurl nexturl endcursor page ismore istruncated truncated'.split(
    ' ',
  ),
);

/** The property of a page that leads on: a next link or cursor, `has_more`, or an object that holds one. */
export function nextProperty(page: Schema, scope: Scope): string | undefined {
  return propertiesOf(page, scope).find(({ name }) => nextNames.has(foldedName(name.value)))?.name.value;
}

/** True when one of the success responses documents a `Link` header (RFC 8288), or another header that names the next page. */
export function hasLinkHeader(operation: Operation, scope: Scope): boolean {
  return operation.responses
    .filter(({ status }) => status.value.startsWith('2'))
    .some(({ response }) =>
      scope.resolve(response)?.headers.some(({ name }) => /^link$|next|cursor|continuation|page/i.test(name.value)),
    );
}
