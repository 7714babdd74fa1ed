import type { Description } from '#core/openapi/description/description.ts';
import { erasedTemplate, segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import type { MediaType, Operation, OrReference, PathItem, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { inCasing } from '#core/text/name-casing.ts';
import { hasAtRoot, type OpenApiTarget } from '#snippets/insert/openapi-target.ts';
import type { ValuePlace } from '#snippets/insert/relative-reference.ts';
import { placeholders, type ResourceNames, resourceNames } from '#snippets/placeholders.ts';

/** What a pattern is put in for: a resource that is there, or a new one. */
export interface Resource {
  readonly names: ResourceNames;
  readonly collectionPath: string;
  /** The path parameter that tells one item. */
  readonly itemParameter: string;
  /** Its schema, where one is found in what its operations answer. */
  readonly itemSchema: ValuePlace | undefined;
  readonly isNew: boolean;
}

/** The path of a pattern for a resource. */
export function pathFor(path: string, resource: Resource, { habits }: OpenApiTarget): string {
  if (!path.includes(placeholders.collection)) return habits.pathPrefix + path;
  return path
    .replace(`/${placeholders.collection}`, resource.collectionPath)
    .replace(`{${placeholders.variable}Id}`, `{${resource.itemParameter}}`);
}

/** The resource the path under the cursor belongs to: a collection, one of its items, or something below an item. */
export function resourceAtCursor(target: OpenApiTarget): Resource | undefined {
  const { cursor, description } = target;
  const path = cursor.pathItem?.path.value;
  if (path === undefined) return undefined;
  const collectionPath = collectionOf(path, description);
  const segment = collectionPath === undefined ? undefined : segmentsOf(collectionPath).at(-1);
  if (collectionPath === undefined || segment === undefined) return undefined;
  const names = resourceNames(segment);
  const item = itemOf(collectionPath, description);
  const known = item && templateNames(item.path.value).at(-1)?.value;
  const collection = description.find('openapi.path-item', erasedTemplate(collectionPath));
  return {
    names,
    collectionPath,
    itemParameter: known ?? itemParameterFor(names, target),
    itemSchema: findItemSchema([item, collection], description) ?? namedSchema(names, target),
    isNew: false,
  };
}

/** A resource that is not there yet; from the second on its name has a number. */
export function newResource(noun: string, number: number, target: OpenApiTarget): Resource {
  const { habits } = target;
  const names = resourceNames(number === 1 ? noun : `${noun}-${number}`);
  return {
    names,
    collectionPath: `${habits.pathPrefix}/${names.collection}`,
    itemParameter: itemParameterFor(names, target),
    itemSchema: undefined,
    isNew: true,
  };
}

/** `orderId`, in the casing of the paths that are there; `id` where most of them have no more. */
function itemParameterFor({ variable }: ResourceNames, { habits }: OpenApiTarget): string {
  return habits.isPlainId ? 'id' : inCasing(`${variable}Id`, habits.casing.path ?? 'camel');
}

/** The component that is called after the resource. */
function namedSchema({ singular }: ResourceNames, target: OpenApiTarget): ValuePlace | undefined {
  const pointer = ['components', 'schemas', singular];
  return hasAtRoot(target, pointer) ? { uri: target.root.uri, pointer } : undefined;
}

/** The collection a path leads to or names an item of; undefined where the last noun of the path is none. */
function collectionOf(path: string, description: Description): string | undefined {
  const segments = segmentsOf(path);
  const isItem = isTemplate(segments.at(-1));
  const own = isItem ? segments.slice(0, -1) : segments;
  const noun = own.at(-1);
  if (noun === undefined || isTemplate(noun)) return undefined;
  const collectionPath = `/${own.join('/')}`;
  const lastWord = wordsOf(noun).at(-1) ?? '';
  const isPlural = singularOf(lastWord) !== lastWord;
  return isItem || isPlural || itemOf(collectionPath, description) !== undefined ? collectionPath : undefined;
}

function isTemplate(segment: string | undefined): boolean {
  return segment !== undefined && /[{}]/.test(segment);
}

function itemOf(collectionPath: string, description: Description): PathItem | undefined {
  return description.find('openapi.path-item', `${erasedTemplate(collectionPath)}/{}`);
}

/** The schema a GET of an item answers with, else that of a list's items, or of what a POST created. */
function findItemSchema(
  pathItems: readonly (PathItem | undefined)[],
  description: Description,
): ValuePlace | undefined {
  const operations = pathItems.flatMap((pathItem) => pathItem?.operations ?? []);
  for (const operation of operations) {
    if (operation.method === 'delete') continue;
    for (const schema of successSchemas(operation, description)) {
      const found = placeOfItem(schema, description);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function successSchemas(operation: Operation, description: Description): readonly OrReference<Schema>[] {
  return operation.responses
    .filter(({ status }) => status.value === '200' || status.value === '201')
    .flatMap(({ response }) => description.resolve(response)?.content ?? [])
    .flatMap(({ schema }: MediaType) => schema ?? []);
}

function placeOfItem(schema: OrReference<Schema>, description: Description): ValuePlace | undefined {
  const resolved = description.resolve(schema);
  if (resolved === undefined) return undefined;
  if (resolved.items !== undefined) return placeOfItem(resolved.items, description);
  const arrays = resolved.properties
    .map(({ schema: property }) => description.resolve(property)?.items)
    .filter((items) => items?.kind === 'openapi.reference');
  const [only] = arrays;
  if (only !== undefined && schema.kind !== 'openapi.reference') return placeOfItem(only, description);
  if (schema.kind !== 'openapi.reference') return undefined;
  return { uri: resolved.section.uri, pointer: pointerOf(resolved.location) };
}
