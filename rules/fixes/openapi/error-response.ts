import { foldedName } from '#core/text/casing.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { alikeErrors } from '#rules/detectors/openapi/alike-errors.ts';
import type { ErrorBody, PlainMap } from '#rules/detectors/openapi/error-body.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { mostUsedBody } from '#rules/detectors/openapi/most-used-body.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';
import { documentResponse } from '#rules/fixes/openapi/document-response.ts';
import { houseHeaders, ownHeaders } from '#rules/fixes/openapi/error-headers.ts';
import { type ErrorKind, errorKind } from '#rules/fixes/openapi/error-kinds.ts';
import type { ErrorSite, NewResponse } from '#rules/fixes/openapi/error-site.ts';
import { errorWording } from '#rules/fixes/openapi/error-wording.ts';
import { firstError } from '#rules/fixes/openapi/first-error.ts';
import { inlineError } from '#rules/fixes/openapi/inline-error.ts';
import { isModel, modelContent } from '#rules/fixes/openapi/model-content.ts';
import { rebaseReferences } from '#rules/fixes/openapi/rebase-references.ts';
import { escapedStep, freeName, lastStep, referenceById, sharedContainer } from '#rules/fixes/openapi/shared-errors.ts';

/** Documents an error of an operation the way the description documents errors already. */
export function documentError(
  house: HouseErrors,
  site: ErrorSite,
  status: string,
): readonly [TreeChange, ...TreeChange[]] {
  const kind = errorKind(status);
  const { value, additions } =
    sameStatus(house, site, kind) ??
    namedComponent(house, site, kind) ??
    houseBody(house, site, kind) ??
    firstError(house, site, kind);
  return documentResponse(site, status, value, additions);
}

/** Documents several, each behind those that are added before it. */
export function documentErrors(
  house: HouseErrors,
  site: ErrorSite,
  statuses: readonly string[],
): readonly TreeChange[] {
  return statuses.flatMap((status, index) =>
    documentError(house, { ...site, statuses: [...site.statuses, ...statuses.slice(0, index)] }, status),
  );
}

/** What the operation's neighbours say under this status. */
function sameStatus(house: HouseErrors, site: ErrorSite, kind: ErrorKind): NewResponse | undefined {
  const alike = alikeErrors(house, site, kind.status);
  if (alike === undefined) return undefined;
  if (alike.first.target !== undefined) return { value: referenceById(alike.first.target, site.uri), additions: [] };
  const value = inlineError(house, alike, site, kind);
  return value && { value, additions: [] };
}

function namedComponent(house: HouseErrors, site: ErrorSite, { status }: ErrorKind): NewResponse | undefined {
  const id = responseNamed(house, status);
  return id === undefined ? undefined : { value: referenceById(id, site.uri), additions: [] };
}

/**
 * A shared response that bears the name of this very error and looks like the other errors: one that nothing refers to, or one that
 * other operations refer to under this status, be it few.
 */
const responseNamed = perHouse((house, status): string | undefined => {
  const body = mostUsedBody(house);
  const isTaken = new Set(house.uses.filter((use) => use.status !== status).map(({ target }) => target));
  const used = house.uses.filter((use) => use.status === status);
  const known = [
    ...[...house.shared.keys()].map((id) => ({ id, own: house.sharedBody(id) })),
    ...used.flatMap((use) => (use.target === undefined ? [] : [{ id: use.target, own: house.bodyOf(use) }])),
  ];
  const fits = known.filter(
    ({ id, own }) => !isTaken.has(id) && own !== undefined && (body === undefined || own.signature === body.signature),
  );
  const byName = new Map(fits.map(({ id }) => [foldedName(lastStep(id)), id]));
  return errorKind(status).aliases.flatMap((alias) => byName.get(alias) ?? [])[0];
});

/** A new response with the body most errors have, in place or shared as most are; without one where they share none. */
function houseBody(house: HouseErrors, site: ErrorSite, kind: ErrorKind): NewResponse | undefined {
  if (house.uses.length === 0) return undefined;
  const body = mostUsedBody(house);
  const container = sharedContainer(house);
  const uri = container?.uri ?? site.uri;
  const value = newValue(house, kind, body, uri);
  if (container === undefined) return { value, additions: [] };
  const name = freeName(house, kind.status);
  if (name === undefined) return { value: rebaseReferences(value, uri, site.uri), additions: [] };
  const addition = { kind: 'set', uri, pointer: [...container.pointer, name], value, ifAbsent: true } as const;
  return { value: referenceById(`${container.id}/${escapedStep(name)}`, site.uri), additions: [addition] };
}

function newValue(house: HouseErrors, kind: ErrorKind, body: ErrorBody | undefined, uri: string): PlainMap {
  const headers = { ...houseHeaders(house, uri), ...ownHeaders(house, kind, uri) };
  const rest = bodyIn(house, body, uri);
  return {
    description: errorWording(house, kind.status),
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...rest,
  };
}

/** The content (2.0: the schema) that most errors have, for a response in a file; empty where they have none in common. */
export function houseContent(house: HouseErrors, uri: string): PlainMap {
  return bodyIn(house, mostUsedBody(house), uri);
}

function bodyIn(house: HouseErrors, body: ErrorBody | undefined, uri: string): PlainMap {
  if (body === undefined || !isModel(house, body)) return {};
  const value = rebaseReferences(contentOf(house, body), body.uri, uri);
  return isMap(value) ? value : {};
}

/** Content or schema, without examples: those are of another error. */
function contentOf(house: HouseErrors, body: ErrorBody): PlainMap {
  const { content, schema } = body.value;
  if (schema !== undefined) return { schema };
  if (!isMap(content)) return {};
  const media = Object.entries(content).flatMap(([name, each]) =>
    isMap(each) && each['schema'] !== undefined ? [[name, { schema: each['schema'] }] as const] : [],
  );
  return media.length === 0 ? {} : { content: modelContent(house, body, Object.fromEntries(media)) };
}
