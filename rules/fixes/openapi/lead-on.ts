import { foldedName } from '#core/text/casing.ts';
import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { PagePart, PagingStyle } from '#rules/detectors/openapi/paging-style.ts';
import { addHeadersAt } from '#rules/fixes/openapi/add-header.ts';
import { headerValue, type NewHeader } from '#rules/fixes/openapi/header-value.ts';
import type { ListSite, PageSite } from '#rules/fixes/openapi/list-site.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { reworded } from '#rules/fixes/openapi/reworded.ts';
import { wrapList } from '#rules/fixes/openapi/wrap-list.ts';
import { opaqueCursorNames } from '#rules/words/paging-parameters.ts';

/** Lets the pages of a list hold what those of another list hold beside the items: everything, or only what leads on. */
export function leadOnLike(site: ListSite, style: PagingStyle, what: 'all' | 'next'): readonly TreeChange[] {
  const cursor =
    style.parameters.find(({ name }) => opaqueCursorNames.has(foldedName(name)))?.name ?? style.opaqueCursor;
  const isWanted = ({ leadsOn }: PagePart): boolean => what === 'all' || leadsOn;
  const parts = style.page?.parts.filter(isWanted) ?? [];
  const headers = style.headers.filter(isWanted);
  const isLed = [...style.headers, ...(site.page === undefined ? [] : parts)].some(({ leadsOn }) => leadsOn);
  const isHandedOut = cursor !== undefined || handsOut(style);
  const isWrapped = what === 'all' && !isLed && isHandedOut && style.page !== undefined;
  if (isWrapped && site.body !== undefined) return [wrapList(site.body, site, style.noun, style.page)];
  return [
    ...(headers.length === 0 ? [] : addHeadersAt(site.headers, headerValues(headers, site, style))),
    ...(site.page === undefined ? [] : addParts(site.page, parts, site, style)),
    ...(isLed || cursor === undefined ? [] : standardNext(site, cursor)),
  ];
}

/** True where pages hold the value of the cursor, and not only that there is more: `after` may also take an id. */
function handsOut({ parameters, page }: PagingStyle): boolean {
  const isFlag = ({ value }: PagePart): boolean => isMap(value) && value['type'] === 'boolean';
  return (
    parameters.some(({ role }) => role === 'cursor') &&
    (page?.parts ?? []).some((part) => part.leadsOn && !isFlag(part))
  );
}

/** A property for the next cursor, or a `Link` header (RFC 8288) beside a bare array. */
export function standardNext(site: ListSite, cursor: string): readonly [TreeChange, ...TreeChange[]] {
  const { page, headers, context } = site;
  if (page === undefined) return addHeadersAt(headers, { Link: headerValue(context, linkHeader) });
  const value: PlainValue = { type: 'string', description: 'Where the next page starts; absent after the last page.' };
  const pointer = [...page.pointer, 'properties', nextName(site, cursor)];
  return [{ kind: 'set', uri: page.uri, pointer, value, ifAbsent: true }];
}

/** `nextCursor` for `cursor`, as the page and its items write names; `nextToken` stays as it is. */
function nextName({ names }: ListSite, cursor: string): string {
  const casing = casingOfNames(names) ?? casingOfNames([cursor]) ?? 'camel';
  const isNext = foldedName(cursor).startsWith('next');
  return inCasing(isNext ? cursor : `next_${cursor.replace(/^.*[.[]|\]$/g, '')}`, casing);
}

const linkHeader: NewHeader = {
  description: 'The next page, as a link with rel="next" (RFC 8288); none after the last page.',
  schema: { type: 'string' },
};

function addParts(
  { uri, pointer, names, hasRequired }: PageSite,
  parts: readonly PagePart[],
  site: ListSite,
  style: PagingStyle,
): readonly TreeChange[] {
  const taken = new Set(names.map(foldedName));
  return parts
    .filter(({ name }) => !taken.has(foldedName(name)))
    .flatMap(({ name, value, isRequired }): readonly TreeChange[] => [
      {
        kind: 'set',
        uri,
        pointer: [...pointer, 'properties', name],
        value: valueIn(reworded(value, style.noun, site.noun), uri),
        ifAbsent: true,
      },
      ...(isRequired && hasRequired
        ? [{ kind: 'append', uri, pointer: [...pointer, 'required'], value: name } as const]
        : []),
    ]);
}

function headerValues(headers: readonly PagePart[], site: ListSite, style: PagingStyle) {
  return Object.fromEntries(
    headers.map(({ name, value }) => [name, valueIn(reworded(value, style.noun, site.noun), site.headers.uri)]),
  );
}
