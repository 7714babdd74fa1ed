import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { combinedSchemas, type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { findBoolean, findEntry } from '#core/tree/tree.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { createsResource } from '#rules/detectors/openapi/creates-resource.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** A property that a request may hold, and the server decides. */
export interface ServerField extends OwnedProperty {
  /**
   * `record`: what is kept of each resource, its id, its times, and who wrote it; it is a slip only where the same schema is returned.
   * `privilege`: what makes somebody more than others, where they write of themselves.
   */
  readonly kind: 'record' | 'privilege';
}

/** Names by their kind, as words in lower case. */
export interface ServerFieldNames {
  readonly record: readonly string[];
  readonly privilege: readonly string[];
}

/** The properties of the object that a POST, PUT or PATCH writes which the server decides, and nothing marks as `readOnly`. */
export function serverFields(operation: Operation, names: ServerFieldNames, scope: Scope): readonly ServerField[] {
  const { method, origin, path } = operation;
  if (origin !== 'path' || !writes.has(method) || isGivenAway(path)) return [];
  const subject = writtenObject(operation, scope);
  if (subject === undefined) return [];
  const properties = propertiesOf(subject, scope);
  const isNew = method === 'post' && isCollection(operation, scope) && createsResource(operation, undefined, none);
  const isOwn = writesOfOneself(operation);
  return properties.flatMap((property): readonly ServerField[] => {
    const name = wordsOf(property.name.value).join(' ');
    if (names.record.includes(name) || (isNew && name === 'id'))
      return isLeftToServer(property, name === 'id', scope) ? [{ ...property, kind: 'record' }] : [];
    if (isOwn && names.privilege.includes(name))
      return raises(property, scope) ? [{ ...property, kind: 'privilege' }] : [];
    return [];
  });
}

const writes = wordSet('post put patch');
const none: ReadonlySet<string> = new Set();

/** Who runs the system, or moves data into it, decides what others may not. */
export function isGivenAway(path: string): boolean {
  return segmentsOf(path).some((segment) => wordsOf(segment).some((word) => given.has(word)));
}

const given = wordSet(
  'admin internal system import imports migrate migration migrations restore sync replicate replication ingest ingestion webhook webhooks hook hooks callback callbacks search query validate preview events log logs',
);

/** The object that a JSON body is, holds under the name of the resource (`{ order: { … } }`), or lists. */
function writtenObject(operation: Operation, scope: Scope): Schema | undefined {
  const body = effectiveRequestBody(operation, scope);
  const media = body?.content.find(({ name }) => isJsonMediaType(name.value));
  const schema = scope.resolve(media?.schema);
  if (schema === undefined) return undefined;
  const [only, ...others] = propertiesOf(schema, scope);
  const resource = segmentsOf(operation.path).findLast((segment) => !segment.includes('{')) ?? '';
  const isWrapper =
    only !== undefined && others.length === 0 && singularOf(foldedName(resource)) === foldedName(only.name.value);
  return (isWrapper ? scope.resolve(only.schema) : scope.resolve(schema.items)) ?? schema;
}

/** True where somebody signs up, or changes the own account. */
function writesOfOneself({ path, method }: Operation): boolean {
  const segments = segmentsOf(path).map(foldedName);
  if (segments.some((segment) => signingUp.has(segment))) return method === 'post';
  return segments.some((segment, at) => oneself.has(segment) && at >= segments.length - 2);
}

const signingUp = wordSet('signup register registration');
const oneself = wordSet('me myself self profile myprofile');

/** False for what is marked, shown to be chosen by clients, or something else than its name says. */
function isLeftToServer({ name, schema, owner }: OwnedProperty, isId: boolean, scope: Scope): boolean {
  const isTime = !isId && !/by(?:[-_]?(?:user)?[-_]?id)?$/i.test(name.value);
  // A name or an author that a request must have is chosen there.
  if (!isTime && owner.required.some(({ value }) => value === name.value)) return false;
  const parts = combinedSchemas(schema, scope);
  if (parts.length === 0 || isMarked(schema, parts)) return false;
  const types = parts.flatMap((part) => part.types);
  if (types.includes('boolean') || parts.some((part) => part.enum !== undefined)) return false;
  // A name that has to have a form is chosen.
  if (isId && parts.some(({ tree }) => findEntry(tree, 'pattern') !== undefined)) return false;
  if (isTime && types.includes('object')) return false;
  return !parts.some(({ description }) => chosen.test(description?.value ?? ''));
}

export function isMarked(schema: OrReference<Schema>, parts: readonly Schema[]): boolean {
  return findBoolean(schema.tree, 'readOnly')?.value === true || parts.some(({ readOnly }) => readOnly);
}

const chosen =
  /\b(?:clients?|callers?|custom|override|overwrit\w+|back-?dat\w+|import\w*|external|third[- ]party|source system|you (?:can|may|want)|optional\w*|if (?:not|un|omitted|empty|none|left)|defaults? to|must be (?:unique|provided|set|specified)|user[- ](?:defined|provided|supplied|specified))\b/i;

/** False for what is marked, and for a choice among roles of which none is above the others. */
function raises({ schema }: OwnedProperty, scope: Scope): boolean {
  const parts = combinedSchemas(schema, scope);
  if (parts.length === 0 || isMarked(schema, parts)) return false;
  const values = parts
    .flatMap((part) => [part.enum, scope.resolve(part.items)?.enum])
    .find((each) => each !== undefined);
  if (values === undefined) return true;
  return values.some(({ value }) => wordsOf(String(value)).some((word) => above.has(word)));
}

const above = wordSet('admin administrator superuser superadmin root owner staff moderator operator manager true');
