import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { isJsonMediaType, mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import { isWhole, type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Operation, Schema } from '#core/openapi/model.ts';
import { isKeySet, isList, isNamedAs, isObject, itemsAmong, namesInItems } from '#core/openapi/resources/list-items.ts';
import { countNames, isNextName } from '#core/openapi/resources/page-words.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { foundOnce } from '#core/work/note-read.ts';

/**
 * What stands around the items of a list. `bare`: nothing. `alone`: an object that says nothing of pages. `beside`: an object that says it
 * beside the items (`{ items, total }`). `apart`: an object that has an object for it (`{ data, meta }`). `within`: all of this is an
 * object in the body (`{ data: { items, total } }`). The others are as JSON:API, HAL and OData have it.
 */
export type EnvelopeKind = 'bare' | 'alone' | 'beside' | 'apart' | 'within' | 'json-api' | 'hal' | 'odata';

/** How a list is answered, and why it is taken for that. */
export interface ListEnvelope {
  readonly kind: EnvelopeKind;
  /** Continues “because …”. */
  readonly reason: string;
  /** The property that holds the items; undefined for a bare array. */
  readonly items: OwnedProperty | undefined;
  /** The schema that has the items; that of the body for a bare array. */
  readonly whole: Schema;
  /** The properties beside the items that count, lead on, or hold what does. */
  readonly about: readonly OwnedProperty[];
  /** How many properties are neither. */
  readonly others: number;
}

/** How a GET on a collection answers; undefined where it is no list, or not all of its body is known. */
export function listEnvelope(
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'resource'>,
): ListEnvelope | undefined {
  if (operation.method !== 'get' || operation.origin !== 'path') return undefined;
  return foundOnce(listEnvelope, operation, () => readAnswer(operation, scope));
}

function readAnswer(operation: Operation, scope: Pick<Scope, 'resolve' | 'resource'>): ListEnvelope | undefined {
  if (scope.resource(operation.path)?.kind !== 'collection') return undefined;
  const [entry] = successResponses(operation);
  const media = scope.resolve(entry?.response)?.content.find(({ name }) => isJsonMediaType(name.value));
  const body = media && scope.resolve(media.schema);
  if (media === undefined || body === undefined) return undefined;
  if (isList(body, scope))
    return { kind: 'bare', reason: 'its body is an array', items: undefined, whole: body, about: [], others: 0 };
  return isWhole(body, scope) ? around(operation, media, body, scope) : undefined;
}

function around(
  { path }: Operation,
  media: MediaType,
  whole: Schema,
  scope: Pick<Scope, 'resolve'>,
): ListEnvelope | undefined {
  const properties = propertiesOf(whole, scope);
  const embedded = properties.find(({ name }) => name.value === '_embedded');
  if (embedded !== undefined) return embedding(embedded, properties, scope);
  const items = itemsAmong(properties, scope);
  if (items === undefined) return within(properties, scope);
  const about = properties.filter((each) => each !== items && isAboutPages(each, scope));
  const found = { items, whole, about, others: properties.length - about.length - 1 };
  const known = asKnown(media, items, properties, scope);
  if (known !== undefined) return { ...known, ...found };
  const name = shownWord(items.name.value);
  const holder = about.find(({ schema }) => isObject(scope.resolve(schema)));
  if (holder !== undefined)
    return { kind: 'apart', reason: `${shownWord(holder.name.value)} beside ${name} is an object`, ...found };
  const [first] = about;
  if (first !== undefined)
    return { kind: 'beside', reason: `${shownWord(first.name.value)} stands beside ${name}`, ...found };
  if (!isNamedAs(items.name.value, path) || isKeySet(items, scope)) return undefined;
  return { kind: 'alone', reason: `nothing beside ${name} tells of pages`, ...found };
}

/** As OData and JSON:API have it. */
function asKnown(
  media: MediaType,
  items: OwnedProperty,
  properties: readonly OwnedProperty[],
  scope: Pick<Scope, 'resolve'>,
): Pick<ListEnvelope, 'kind' | 'reason'> | undefined {
  const odata = properties.find(({ name }) => /^@?odata\./.test(name.value));
  if (odata !== undefined && items.name.value === 'value')
    return { kind: 'odata', reason: `${shownWord(odata.name.value)} stands beside “value”` };
  if (items.name.value !== 'data') return undefined;
  const type = mediaTypeEssence(media.name.value);
  if (type === 'application/vnd.api+json') return { kind: 'json-api', reason: `its media type is ${type}` };
  const has = namesInItems(items, scope);
  const isResource = has.has('type') && has.has('attributes');
  return isResource ? { kind: 'json-api', reason: 'its items have “type” and “attributes”' } : undefined;
}

function embedding(
  embedded: OwnedProperty,
  properties: readonly OwnedProperty[],
  scope: Pick<Scope, 'resolve'>,
): ListEnvelope | undefined {
  const whole = scope.resolve(embedded.schema);
  const items = whole && itemsAmong(propertiesOf(whole, scope), scope);
  if (whole === undefined || items === undefined) return undefined;
  const about = properties.filter((each) => each !== embedded && isAboutPages(each, scope));
  const others = properties.length - about.length - 1;
  return { kind: 'hal', reason: `“_embedded” holds ${shownWord(items.name.value)}`, items, whole, about, others };
}

/** `{ data: { items, total } }` */
function within(properties: readonly OwnedProperty[], scope: Pick<Scope, 'resolve'>): ListEnvelope | undefined {
  const [holder, ...others] = properties.filter(({ name }) => holderNames.has(foldedName(name.value)));
  const held = holder && others.length === 0 ? scope.resolve(holder.schema) : undefined;
  if (holder === undefined || held === undefined || !isWhole(held, scope)) return undefined;
  const inner = propertiesOf(held, scope);
  const items = itemsAmong(inner, scope);
  const about = inner.filter((each) => each !== items && isAboutPages(each, scope));
  if (items === undefined || about.length === 0) return undefined;
  const reason = `${shownWord(holder.name.value)} holds ${shownWord(items.name.value)} and what tells of pages`;
  return { kind: 'within', reason, items, whole: held, about, others: inner.length - about.length - 1 };
}

const holderNames = new Set(['data', 'result', 'results', 'response', 'payload', 'body', 'content']);

/** An object only where it holds something of the kind, or nothing is known of it: `metadata` may be about anything. */
function isAboutPages({ name, schema }: OwnedProperty, scope: Pick<Scope, 'resolve'>): boolean {
  if (!isPageName(foldedName(name.value))) return false;
  const held = scope.resolve(schema);
  const inner = held === undefined ? [] : propertiesOf(held, scope);
  return inner.length === 0 || inner.some((each) => isPageName(foldedName(each.name.value)));
}

function isPageName(folded: string): boolean {
  return countNames.has(folded) || isNextName(folded) || /^@?odata(?:next|count)/.test(folded);
}
