import type { ErrorBody, PlainMap } from '#rules/detectors/openapi/error-body.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { mostUsedBody } from '#rules/detectors/openapi/most-used-body.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';
import type { ErrorKind } from '#rules/fixes/openapi/error-kinds.ts';
import { headerValue } from '#rules/fixes/openapi/header-value.ts';
import { rebaseReferences } from '#rules/fixes/openapi/rebase-references.ts';

/** The headers most responses with the most used body have. */
export function houseHeaders(house: HouseErrors, uri: string): PlainMap {
  const body = mostUsedBody(house);
  if (body === undefined) return {};
  const names = usualHeaders(house);
  return Object.fromEntries(names.map((name) => [name, rebaseReferences(body.headers[name] ?? {}, body.uri, uri)]));
}

const usualHeaders = perHouse((house): readonly string[] => {
  const usual = mostUsedBody(house);
  const alike = house.uses
    .flatMap((use) => house.bodyOf(use) ?? [])
    .filter(({ signature }) => signature === usual?.signature);
  return Object.keys(usual?.headers ?? {}).filter(
    (name) =>
      // A `$ref` in place of the map is no header, and what tells the media type is ignored.
      !/^(?:retry-after|www-authenticate|content-type|\$ref)$/i.test(name) &&
      alike.filter(({ headers }) => name in headers).length * 2 > alike.length,
  );
});

/** The headers an error always has, as another response of the description writes them. */
export function ownHeaders(house: HouseErrors, kind: ErrorKind, uri: string): PlainMap {
  return Object.fromEntries(
    Object.entries(kind.headers).map(([name, header]) => {
      const other = bodyWithHeader(house, name);
      const value =
        other === undefined
          ? headerValue(house.context, header)
          : rebaseReferences(other.headers[name] ?? {}, other.uri, uri);
      return [name, value];
    }),
  );
}

const bodyWithHeader = perHouse((house, name): ErrorBody | undefined => {
  return house.uses.map((use) => house.bodyOf(use)).find((body) => body !== undefined && name in body.headers);
});
