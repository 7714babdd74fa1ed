import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { AlikeErrors } from '#rules/detectors/openapi/alike-errors.ts';
import type { ErrorBody, PlainMap } from '#rules/detectors/openapi/error-body.ts';
import type { HouseErrors, PlacedUse } from '#rules/detectors/openapi/house-errors.ts';
import { ownHeaders } from '#rules/fixes/openapi/error-headers.ts';
import type { ErrorKind } from '#rules/fixes/openapi/error-kinds.ts';
import type { ErrorSite } from '#rules/fixes/openapi/error-site.ts';
import { errorWording } from '#rules/fixes/openapi/error-wording.ts';
import { fittingDescription, mayBeSaid } from '#rules/fixes/openapi/fitting-description.ts';
import { isModel, modelContent } from '#rules/fixes/openapi/model-content.ts';
import { rebaseReferences } from '#rules/fixes/openapi/rebase-references.ts';

/** What these equal responses say, for another operation; undefined where it cannot be repeated. */
export function inlineError(
  house: HouseErrors,
  { first, body, descriptions }: AlikeErrors,
  site: ErrorSite,
  kind: ErrorKind,
): PlainMap | undefined {
  if (body === undefined || !isDescribed(body) || !isModel(house, body)) return undefined;
  const description = fittingDescription(descriptions, site, kind.status) ?? errorWording(house, kind.status);
  const said = withoutForeignTexts(withoutExamples(body.value), first, site, kind.status);
  const value = rebaseReferences(said, body.uri, site.uri);
  const { headers: _, description: __, ...rest } = isMap(value) ? value : {};
  const headers = { ...ownHeaders(house, kind, site.uri), ...rebasedHeaders(body, site.uri) };
  const content = isMap(rest['content']) ? { content: modelContent(house, body, rest['content']) } : {};
  return { description, ...(Object.keys(headers).length > 0 ? { headers } : {}), ...rest, ...content };
}

/** False where a media type has no schema: another rule asks for one. */
function isDescribed({ value }: ErrorBody): boolean {
  const content = isMap(value['content']) ? Object.values(value['content']) : [];
  return content.every((media) => isMap(media) && media['schema'] !== undefined);
}

function rebasedHeaders({ headers, uri }: ErrorBody, to: string): PlainMap {
  const rebased = rebaseReferences(headers, uri, to);
  return isMap(rebased) ? rebased : {};
}

/** A response whose schema lists no sentence that is only true of the operation it is from: `enum: [Run not found]`. */
function withoutForeignTexts(value: PlainMap, { operation }: PlacedUse, site: ErrorSite, status: string): PlainMap {
  const isForeign = (text: PlainValue): boolean =>
    typeof text === 'string' && text.includes(' ') && !mayBeSaid(text, operation, site, status);
  const kept = (part: PlainValue): PlainValue => {
    if (isList(part)) return part.map(kept);
    if (!isMap(part)) return part;
    const entries = Object.entries(part).filter(
      ([key, item]) =>
        !((key === 'enum' && isList(item) && item.some(isForeign)) || (key === 'const' && isForeign(item))),
    );
    return Object.fromEntries(entries.map(([key, item]) => [key, kept(item)]));
  };
  return operation.path === site.path
    ? value
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, kept(item)]));
}

/** A response without the examples of its body: they are of another resource. */
function withoutExamples(value: PlainMap): PlainMap {
  const { example: _, examples: __, content, ...rest } = value;
  if (!isMap(content)) return rest;
  const media = Object.entries(content).map(([name, each]): readonly [string, PlainValue] => {
    if (!isMap(each)) return [name, each];
    const { example: ___, examples: ____, ...kept } = each;
    return [name, kept];
  });
  return { ...rest, content: Object.fromEntries(media) };
}
