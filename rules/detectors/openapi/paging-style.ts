import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf, requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, OrReference, Response, Schema } from '#core/openapi/model.ts';
import { countNames, isNextName } from '#core/openapi/resources/page-words.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { endsInParameter, listBody, successBody } from '#rules/detectors/openapi/collection.ts';
import { isOpaqueCursor, leadsOn, pagingOf } from '#rules/detectors/openapi/paging.ts';
import { type PagingParameter, pagingParameters } from '#rules/detectors/openapi/paging-parameter.ts';
import { portableValue } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** How one list pages, as plain data. */
export interface PagingStyle {
  /** `GET /users` */
  readonly title: string;
  /** What lists of the same part of the API share: tags, and the first segment that is no version. */
  readonly area: readonly string[];
  /** The noun its path ends in: `users`. */
  readonly noun: string;
  readonly parameters: readonly PagingParameter[];
  /** The name of the cursor, where only the server can make it. */
  readonly opaqueCursor?: string;
  /** True where the text of a parameter speaks of what this list holds. */
  readonly isSpecific: boolean;
  /** The object around the items; undefined for a bare array, and where the shape is not known. */
  readonly page: PageStyle | undefined;
  readonly isBare: boolean;
  /** Headers that lead on or count, by name: portable values. */
  readonly headers: readonly PagePart[];
}

export interface PageStyle {
  /** The property that holds the items. */
  readonly items: string;
  /** Whether the page says that it always holds them. */
  readonly hasItemsRequired: boolean;
  readonly parts: readonly PagePart[];
}

/** A property of a page, or a header, that pages. */
export interface PagePart {
  readonly name: string;
  /** True for what leads on, false for what only counts. */
  readonly leadsOn: boolean;
  readonly isRequired: boolean;
  /** A Reference or a Schema (Header) Object, portable. */
  readonly value: PlainValue;
}

/** How a GET that is visited pages; undefined where nothing says at which place a page starts. The very same style whichever rule asks. */
export function pagingStyleOf(
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): PagingStyle | undefined {
  const known = stylesOfNodes.get(operation) ?? { style: readStyle(operation, scope) };
  stylesOfNodes.set(operation, known);
  return known.style;
}

/** Several rules ask for the same view while its unit is judged; views live no longer. */
const stylesOfNodes = new WeakMap<Operation, { readonly style: PagingStyle | undefined }>();

/**
 * The same of a bare array whose path ends in a parameter, `/deployments/applications/{uuid}`: what it lists is not known, but how it
 * pages shows how others may. Undefined without a limit.
 */
export function pagingStyleBelow(
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): PagingStyle | undefined {
  if (operation.method !== 'get' || operation.origin !== 'path' || !endsInParameter(operation.path)) return undefined;
  const style = pagingOf(operation, scope).limit === undefined ? undefined : styleOf(operation, scope);
  return style?.isBare === true ? style : undefined;
}

function readStyle(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): PagingStyle | undefined {
  if (operation.method !== 'get' || operation.origin !== 'path' || endsInParameter(operation.path)) return undefined;
  return styleOf(operation, scope);
}

function styleOf(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): PagingStyle | undefined {
  const parameters = pagingParameters(operation, scope);
  if (!parameters.some(({ role }) => role !== 'limit')) return undefined;
  const body = successBody(operation, scope);
  const responses = successResponses(operation).flatMap(({ response }) => scope.resolve(response) ?? []);
  const opaqueCursor = opaqueCursorOf(operation, scope);
  return {
    title: operationTitle(operation),
    area: areaOf(operation),
    noun: nounOf(operation.path),
    parameters,
    ...(opaqueCursor === undefined ? {} : { opaqueCursor }),
    isSpecific: isSpecific(parameters, nounOf(operation.path)),
    page: body && pageOf(body, operation, scope),
    isBare: body?.types.includes('array') ?? false,
    headers: responses.flatMap(pagingHeaders),
  };
}

function opaqueCursorOf(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): string | undefined {
  const { cursor } = pagingOf(operation, scope);
  const list = cursor && listBody(operation, scope);
  return cursor && list && isOpaqueCursor(cursor, list.items, scope) ? cursor.name?.value : undefined;
}

export function areaOf({ path, tags }: Operation): readonly string[] {
  const first = segmentsOf(path).find((segment) => !/^(?:api|rest|v\d.*)$/i.test(segment));
  return [...tags.map(({ value }) => `#${value}`), ...(first === undefined ? [] : [`/${first}`])];
}

/** The last segment that is no parameter. */
export function nounOf(path: string): string {
  return segmentsOf(path).findLast((segment) => !segment.includes('{')) ?? '';
}

function isSpecific(parameters: readonly PagingParameter[], noun: string): boolean {
  const last = singularOf(wordsOf(noun).at(-1) ?? '');
  const texts = parameters.flatMap(({ value }) =>
    isMap(value) && typeof value['description'] === 'string' ? [value['description']] : [],
  );
  return last !== '' && texts.some((text) => text.toLowerCase().includes(last));
}

function pageOf(
  body: Schema,
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): PageStyle | undefined {
  const properties = propertiesOf(body, scope);
  const isArray = (schema: OrReference<Schema>): boolean => scope.resolve(schema)?.types.includes('array') ?? false;
  const [items, ...others] = properties.filter(({ schema }) => isArray(schema));
  if (items === undefined || others.length > 0) return undefined;
  const required = requiredNames(body, scope);
  const { cursor } = pagingOf(operation, scope);
  const parts = properties.flatMap(({ name, schema }): readonly PagePart[] => {
    if (name === items.name) return [];
    // `@odata.count`
    const folded = foldedName(name.value.replace(/^.*\./, ''));
    const leads = isNextName(folded) || (cursor !== undefined && leadsOnIn(name.value, schema, operation, scope));
    if (!leads && !countNames.has(folded)) return [];
    return [{ name: name.value, leadsOn: leads, isRequired: required.has(name.value), value: portableValue(schema) }];
  });
  return { items: items.name.value, hasItemsRequired: required.has(items.name.value), parts };
}

/** A property called like the cursor, or an object with something that leads on. */
function leadsOnIn(
  name: string,
  schema: OrReference<Schema>,
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): boolean {
  const { cursor } = pagingOf(operation, scope);
  const isCursor = cursor?.name !== undefined && foldedName(cursor.name.value) === foldedName(name);
  return isCursor || leadsOn(schema, scope, cursor) === true;
}

const countHeader = /total|count|^x-(?:per-)?page|^x-(?:offset|limit|pagination)/i;

function pagingHeaders({ headers }: Response): readonly PagePart[] {
  return headers.flatMap(({ name, header }) => {
    const leads = /^link$|next|cursor|continu|page-?token/i.test(name.value);
    if (!leads && !countHeader.test(name.value)) return [];
    return [{ name: name.value, leadsOn: leads, isRequired: false, value: portableValue(header) }];
  });
}
