import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Operation, OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

/** An object schema that stands where it is used, or a component, and the path by which its model is found. */
export interface DescribedObject {
  readonly schema: Schema;
  /** That of the operation, or one made of the name of the property that holds it; undefined for a component. */
  readonly path: string | undefined;
}

/** The objects that the JSON bodies of an operation write in place, and those in them; components are looked at where they stand. */
export function operationObjects(operation: Operation, scope: Scope): readonly DescribedObject[] {
  const responses = successResponses(operation).flatMap(({ response }) => scope.resolve(response)?.content ?? []);
  const bodies = [...(effectiveRequestBody(operation, scope)?.content ?? []), ...responses];
  const found = new Map<unknown, DescribedObject>();
  for (const schema of bodies.filter(isJson).flatMap((media) => media.schema ?? []))
    addObjects(schema, operation.path, scope, found, 0);
  return [...found.values()];
}

/** A component, and the objects it writes in place. */
export function componentObjects(component: Schema, scope: Scope): readonly DescribedObject[] {
  const found = new Map<unknown, DescribedObject>([[component.tree, { schema: component, path: undefined }]]);
  addInner(component, wrappedPath(component), scope, found, 0);
  return [...found.values()];
}

/** What a component wraps: `OrderListResponse` speaks of orders. */
function wrappedPath({ name }: Schema): string | undefined {
  const words = wordsOf(name?.value ?? '').filter((word) => !wrapperWords.has(word));
  return words.length === 0 ? undefined : `/${words.join('-')}`;
}

const wrapperWords = new Set('list page paged paginated collection response result results envelope dto'.split(' '));

function isJson({ name }: MediaType): boolean {
  return isJsonMediaType(name.value);
}

const deepest = 4;

function addObjects(
  written: OrReference<Schema>,
  path: string | undefined,
  scope: Scope,
  found: Map<unknown, DescribedObject>,
  depth: number,
): void {
  if (written.kind === 'openapi.reference' || depth > deepest) return;
  if (written.items !== undefined) addObjects(written.items, path, scope, found, depth + 1);
  if (propertiesOf(written, scope).length === 0 || found.has(written.tree)) return;
  found.set(written.tree, { schema: written, path });
  addInner(written, path, scope, found, depth + 1);
}

/** A property that only wraps leaves the path as it is. */
function addInner(
  schema: Schema,
  path: string | undefined,
  scope: Scope,
  found: Map<unknown, DescribedObject>,
  depth: number,
): void {
  for (const { name, schema: inner, owner } of propertiesOf(schema, scope)) {
    if (owner !== schema && owner.role === 'component') continue;
    const isWrapper = wrapperNames.has(foldedName(name.value));
    addObjects(inner, isWrapper ? path : `/${name.value}`, scope, found, depth);
  }
}

const wrapperNames: ReadonlySet<string> = new Set(
  'data item items result results record records entry entries rows list content contents payload body response value values elements objects'.split(
    ' ',
  ),
);
