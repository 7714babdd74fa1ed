import type { Description, UnreadFiles } from '#core/openapi/description/description.ts';
import { walkSection } from '#core/openapi/description/walk.ts';
import { errorResponses, successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { surveyOf } from '#core/project/description-survey.ts';
import { casingOfNames, type NameCasing } from '#core/text/name-casing.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findValue, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { houseCollector } from '#rules/detectors/openapi/error-uses.ts';
import { type HouseErrors, houseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { type PagingStyle, pagingStyleOf } from '#rules/detectors/openapi/paging-style.ts';
import { type HouseParameter, houseParameters, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { portableValue } from '#rules/fixes/openapi/portable-value.ts';
import { houseTags } from '#snippets/insert/house-tags.ts';
import type { ValuePlace } from '#snippets/insert/relative-reference.ts';
import type { Values } from '#snippets/pattern.ts';

/** How a description does things, so that what is new does them the same way. */
export interface DocumentHabits {
  readonly operationIds: ReadonlySet<string>;
  /** The shared response most operations refer to, by status. */
  readonly responses: ReadonlyMap<string, ValuePlace>;
  /** What most operations write as `security`, where the document has none for all of them. */
  readonly security: PlainValue | undefined;
  /** The headers and the version in the query that every operation takes: values, or references to absolute places. */
  readonly parameters: readonly Values[];
  /** What every path begins with: `/v1`, `/api/v2`; empty without such a thing. */
  readonly pathPrefix: string;
  /** The names of its webhooks. */
  readonly webhooks: readonly string[];
  /** The JSON media type most success responses have. */
  readonly mediaType: string;
  /** True where most paths call the id of an item just `id`. */
  readonly isPlainId: boolean;
  /** The parameters it has in place of those patterns share, by the `$ref` to the shared one. */
  readonly ownParameters: ReadonlyMap<string, HouseParameter>;
  /** How its lists page. */
  readonly paging: readonly PagingStyle[];
  /** How names of several words are written; undefined where none tells. */
  readonly casing: { readonly [kind in NameKind]: NameCasing | undefined };
  /** The `content` most error responses have, portable and without examples. */
  readonly errorContent: Values | undefined;
  /** How it writes its errors; undefined where no operation documents any. */
  readonly errors: HouseErrors | undefined;
  /** The tags a new operation has, by its path. */
  readonly tagsOf: (path: string) => readonly string[];
}

/** What bears a name: a property, a parameter of a path or a query, an operation. */
export type NameKind = 'property' | 'path' | 'query' | 'operation';

/** Looks at every operation of a description. */
export function readHabits(description: Description, unread: UnreadFiles): DocumentHabits {
  const { operations, names } = contentsOf(description);
  const paths = operations.filter(({ origin }) => origin === 'path').map(({ path }) => path);
  const hasRootSecurity = description.roots('openapi.security-requirement').length > 0;
  return {
    operationIds: new Set(operations.flatMap(({ operationId }) => operationId?.value ?? [])),
    responses: habitualResponses(operations, description),
    security: hasRootSecurity ? undefined : mostUsed(operations.flatMap(writtenSecurity)),
    parameters: commonParameters(operations, description),
    pathPrefix: commonPrefix(paths),
    webhooks: operations.filter(({ origin }) => origin === 'webhook').map(({ path }) => path),
    mediaType: mostUsed(operations.flatMap((operation) => mediaTypes(operation, description))) ?? 'application/json',
    isPlainId: isPlainId(paths),
    ownParameters: ownParameters(operations, description),
    paging: operations.flatMap((operation) => pagingStyleOf(operation, description) ?? []),
    casing: {
      property: casingOfNames(names),
      path: casingOfNames(paths.flatMap((path) => templateNames(path).map(({ value }) => value))),
      query: casingOfNames(operations.flatMap((operation) => queryNames(operation, description))),
      operation: casingOfNames(operations.flatMap(({ operationId }) => operationId?.value ?? [])),
    },
    errors: errorsOf(description, unread),
    tagsOf: houseTags(operations),
    errorContent: mostUsed(operations.flatMap((operation) => errorContents(operation, description))),
  };
}

interface Contents {
  readonly operations: readonly Operation[];
  /** The names of all properties, each as often as it is written. */
  readonly names: readonly string[];
}

/** Undefined where no error is documented, and where the document itself cannot be read. */
function errorsOf(description: Description, unread: UnreadFiles): HouseErrors | undefined {
  const survey = surveyOf(description, unread);
  if (!survey.gathered(houseCollector).some(({ value }) => value.kind === 'house')) return undefined;
  const house = houseErrors(survey);
  return house.uses.length === 0 ? undefined : house;
}

function contentsOf(description: Description): Contents {
  const operations: Operation[] = [];
  const names: string[] = [];
  for (const { section, roles, context } of description.sectionsToReview()) {
    walkSection(section, roles, context, (node) => {
      if (node.kind === 'openapi.operation') operations.push(node);
      if (node.kind === 'openapi.schema') for (const { name } of node.properties) names.push(name.value);
    });
  }
  return { operations, names };
}

function mediaTypes(operation: Operation, description: Description): readonly string[] {
  const contents = successResponses(operation).flatMap(({ response }) => description.resolve(response)?.content ?? []);
  return contents
    .map(({ name }) => name.value)
    .filter((name) => isJsonMediaType(name) && name.startsWith('application/'));
}

/** A key by which requests are repeated, a condition of writes: as most operations have it, else as a component is. */
function ownParameters(
  operations: readonly Operation[],
  description: Description,
): ReadonlyMap<string, HouseParameter> {
  const found = Object.entries(headersByComponent).map(
    ([component, isMeant]): readonly [string, HouseParameter | undefined] => {
      const isOwn = ({ name, in: place }: Parameter): boolean =>
        place?.value === 'header' && isMeant.test(name?.value ?? '');
      const used = mostUsed(operations.flatMap((operation) => houseParameters(operation, isOwn, description)));
      return [`#/components/parameters/${component}`, used ?? sharedParameters(isOwn, description)[0]];
    },
  );
  return new Map(found.flatMap(([reference, own]) => (own === undefined ? [] : [[reference, own]])));
}

const headersByComponent = {
  IdempotencyKey: /idempoten/i,
  IfMatch: /^if-match$/i,
  IfNoneMatch: /^if-none-match$/i,
};

function queryNames(operation: Operation, description: Description): readonly string[] {
  const parameters = effectiveParameters(operation, description).filter(({ in: place }) => place?.value === 'query');
  return parameters.flatMap(({ name }) => name?.value ?? []);
}

function errorContents(operation: Operation, description: Description): readonly Values[] {
  return errorResponses(operation).flatMap(({ response }) => {
    const content = description.resolve(response)?.content ?? [];
    const media = content.flatMap(({ name, schema }): readonly (readonly [string, PlainValue])[] =>
      schema === undefined ? [] : [[name.value, { schema: portableValue(schema) }]],
    );
    return media.length === 0 ? [] : [Object.fromEntries(media)];
  });
}

function isPlainId(paths: readonly string[]): boolean {
  const ids = paths
    .flatMap((path) => templateNames(path).map(({ value }) => value))
    .filter((name) => /id$/i.test(name));
  return ids.filter((name) => name === 'id').length * 2 > ids.length;
}

function habitualResponses(
  operations: readonly Operation[],
  description: Description,
): ReadonlyMap<string, ValuePlace> {
  const byStatus = new Map<string, ValuePlace[]>();
  for (const { status, response } of operations.flatMap(({ responses }) => responses)) {
    if (response.kind !== 'openapi.reference' || /^[23]/.test(status.value)) continue;
    const target = description.resolve(response);
    if (target === undefined) continue;
    const place = { uri: target.section.uri, pointer: pointerOf(target.location) };
    byStatus.set(status.value, [...(byStatus.get(status.value) ?? []), place]);
  }
  return new Map(
    [...byStatus].flatMap(([status, places]) => {
      const place = mostUsed(places);
      return place === undefined ? [] : [[status, place]];
    }),
  );
}

function writtenSecurity({ tree, origin }: Operation): readonly PlainValue[] {
  const security = findValue(tree, 'security');
  if (origin !== 'path' || security?.kind !== 'list' || security.items.length === 0) return [];
  return [toPlainValue(security)];
}

/** Judged from three operations on. */
function commonParameters(operations: readonly Operation[], description: Description): readonly Values[] {
  const [first, ...others] = operations
    .filter(({ origin }) => origin === 'path')
    .map((operation) => effectiveParameters(operation, description));
  if (first === undefined || others.length < 2) return [];
  return first
    .filter((parameter) => isOfEveryRequest(parameter))
    .filter((parameter) => others.every((parameters) => parameters.some((other) => isSameParameter(parameter, other))))
    .flatMap(writtenParameter);
}

function isOfEveryRequest({ in: place, name }: Parameter): boolean {
  if (place?.value === 'query') return /version/i.test(name?.value ?? '');
  return place?.value === 'header' && !/^(?:if-|idempotency|accept|authorization)/i.test(name?.value ?? '');
}

function isSameParameter(a: Parameter, b: Parameter): boolean {
  return a.in?.value === b.in?.value && a.name?.value.toLowerCase() === b.name?.value.toLowerCase();
}

function writtenParameter({ section, location, tree }: Parameter): readonly Values[] {
  const pointer = pointerOf(location);
  if (pointer[0] === 'components') return [{ $ref: `${section.uri}#${formatPointer(pointer)}` }];
  const value = toPlainValue(tree);
  return isMap(value) && !JSON.stringify(value).includes('"$ref"') ? [value] : [];
}

/** The leading segments most paths share, as far as they are `api` or a version: probes often stand outside. */
function commonPrefix(paths: readonly string[]): string {
  let under = paths.map(segmentsOf);
  const shared: string[] = [];
  for (;;) {
    const segment = mostUsed(under.flatMap((segments) => segments[shared.length] ?? []));
    const deeper = under.filter((segments) => segments[shared.length] === segment);
    const isPrefix = segment !== undefined && /^(?:api|rest|v\d+(?:[.-]?\w+)?)$/i.test(segment);
    if (!isPrefix || deeper.length * 2 <= paths.length) return shared.map((one) => `/${one}`).join('');
    shared.push(segment);
    under = deeper;
  }
}
