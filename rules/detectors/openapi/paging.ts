import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveHeaders, effectiveParameters } from '#core/openapi/effective/effective.ts';
import { combinedSchemas, ownProperties, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, OrReference, Parameter, Schema } from '#core/openapi/model.ts';
import { isNextName } from '#core/openapi/resources/page-words.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { foundOnce } from '#core/work/note-read.ts';
import {
  itemCursorNames,
  limitNames,
  offsetNames,
  opaqueCursorNames,
  weakCursorNames,
  weakLimitNames,
} from '#rules/words/paging-parameters.ts';

/** The parameters of an operation that page through a list. */
export interface Paging {
  readonly limit: Parameter | undefined;
  readonly cursor: Parameter | undefined;
  readonly offset: Parameter | undefined;
}

/** Finds the paging parameters among the query and header parameters, the path item's included. */
export function pagingOf(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): Paging {
  return foundOnce(pagingOf, operation, () => readPaging(operation, scope));
}

function readPaging(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): Paging {
  const found = effectiveParameters(operation, scope).flatMap((parameter) =>
    parameter.in?.value === 'path' ? [] : [{ parameter, word: parameterWord(parameter) }],
  );
  const findIn = (names: ReadonlySet<string>): Parameter | undefined =>
    found.find(({ word }) => names.has(word))?.parameter;
  return {
    limit: findIn(limitNames) ?? findIn(weakLimitNames),
    cursor: findIn(opaqueCursorNames) ?? findIn(weakCursorNames),
    offset: findIn(offsetNames),
  };
}

/** The name to look up in the word lists: `page[size]`, `$top` and `filter.pageSize` count as `pagesize`, `top`, `pagesize`. */
export function parameterWord({ name }: Parameter): string {
  return foldedName((name?.value ?? '').replace(/^.*\./, ''));
}

/**
 * True for a cursor that only the server can make: its name says so, or its text does. Not where a client can take it from the
 * last item it got: its id, a key, a time.
 */
export function isOpaqueCursor(
  cursor: Parameter,
  items: Schema,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): boolean {
  const word = parameterWord(cursor);
  const text = cursor.description?.value ?? '';
  if (/\b(?:id|ids|identifier|uuid|key|name|timestamp|number) of (?:the|an?)\b|\bobject id\b/i.test(text)) return false;
  if (opaqueCursorNames.has(word)) return true;
  if (/\bopaque\b|\btoken\b/i.test(text)) return true;
  return /\bcursor/i.test(text) && !(itemCursorNames.has(word) || hasIdentity(items, scope));
}

/** True for items with a property that tells one from the others. */
function hasIdentity(items: Schema, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): boolean {
  return propertiesOf(items, scope).some(({ name }) =>
    /^(?:id|uuid|guid|key)$|(?:_id|Id|ID|_uuid|Uuid)$/.test(name.value),
  );
}

/**
 * Whether a page leads on: it (or an object in it) has a next link, a cursor or `has_more`, or a property called like the
 * cursor it is asked by. Undefined where its shape is not known: free-form, or behind a `$ref` that leads nowhere.
 */
export function leadsOn(
  page: OrReference<Schema>,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
  cursor?: Parameter,
): boolean | undefined {
  return new PageSearch(scope, cursor && parameterWord(cursor)).search(page, 0);
}

/** True when one of the success responses documents a `Link` header (RFC 8288), or another header that names the next page. */
export function hasLinkHeader(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): boolean {
  return successResponses(operation).some(({ response }) => {
    const resolved = scope.resolve(response);
    const headers = resolved && (effectiveHeaders(resolved, scope) ?? [{ name: { value: 'link' } }]);
    return headers?.some(({ name }) => /^link$|next|cursor|continu|page|token|total/i.test(name.value));
  });
}

class PageSearch {
  readonly #scope: Pick<Scope, 'resolve' | 'find' | 'resource'>;
  readonly #cursor: string | undefined;
  readonly #seen = new Set<unknown>();

  constructor(scope: Pick<Scope, 'resolve' | 'find' | 'resource'>, cursor: string | undefined) {
    this.#scope = scope;
    this.#cursor = cursor;
  }

  search(page: OrReference<Schema>, depth: number): boolean | undefined {
    const parts = this.#partsOf(page);
    if (parts === undefined) return undefined;
    const properties = parts.flatMap((part) => ownProperties(part, this.#scope));
    if (properties.some(({ name }) => this.#isNext(foldedName(name.value)))) return true;
    const isClosed = properties.length > 0 || parts.some(({ types, items }) => types.includes('array') || items);
    const inner = depth < 2 ? properties.map(({ schema }) => this.#searchInner(schema, depth + 1)) : [];
    if (inner.includes(true)) return true;
    return isClosed ? false : undefined;
  }

  #isNext(name: string): boolean {
    return isNextName(name) || name === this.#cursor;
  }

  /** An object in a page, or the items of a list whose items carry cursors (`edges`). */
  #searchInner(schema: OrReference<Schema>, depth: number): boolean | undefined {
    const resolved = this.#scope.resolve(schema);
    if (resolved?.items === undefined) return this.search(schema, depth);
    const items = this.#partsOf(resolved.items) ?? [];
    return items.some(({ properties }) => properties.some(({ name }) => foldedName(name.value) === 'cursor'));
  }

  /** The schema with what it combines and chooses from; undefined when a `$ref` leads nowhere. */
  #partsOf(schema: OrReference<Schema>): readonly Schema[] | undefined {
    const combined = combinedSchemas(schema, this.#scope).filter(({ tree }) => !this.#seen.has(tree));
    for (const { tree } of combined) this.#seen.add(tree);
    if (this.#scope.resolve(schema) === undefined) return undefined;
    const choices = combined.flatMap(({ oneOf, anyOf }) => [...oneOf, ...anyOf]);
    return [...combined, ...choices.flatMap((choice) => this.#partsOf(choice) ?? [])];
  }
}
