import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Parameter, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { findNumber } from '#core/tree/tree.ts';
import { endsInParameter, listBody, successBody } from '#rules/detectors/openapi/collection.ts';
import { numberRange } from '#rules/detectors/openapi/number-range.ts';
import { pagingOf, parameterWord } from '#rules/detectors/openapi/paging.ts';
import { type ParameterSite, parameterSite } from '#rules/detectors/openapi/parameter-site.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { limitNames } from '#rules/words/paging-parameters.ts';

/** The parameter that sets how many items a page has, as plain data. */
export interface PageSize extends ParameterSite {
  readonly isRequired: boolean;
  readonly hasDefault: boolean;
  readonly isBounded: boolean;
  /** The largest value it may have, where its schema gives a number. */
  readonly maximum: number | undefined;
  /** Its default, where its schema gives a number. */
  readonly standard: number | undefined;
  /** What is said of it, and of its values. */
  readonly texts: readonly string[];
  /** The largest of its default and example. */
  readonly largestSeen: number;
  /** The schema to write a bound into; undefined where others share it, or where an alias stands in the way. */
  readonly owner: SchemaSite | undefined;
}

interface SchemaSite {
  readonly uri: string;
  readonly pointer: readonly string[];
}

/** The page size of a GET; undefined where there is none, or nothing is known of its values. */
export function pageSizeOf(operation: Operation, scope: Scope): PageSize | undefined {
  const limit = limitOf(operation, scope);
  const range = limit?.schema && numberRange(limit.schema, scope);
  if (limit === undefined || range === undefined) return undefined;
  const { description, required } = limit;
  const { owner } = range;
  return {
    ...parameterSite(limit, operation),
    isRequired: required?.value === true,
    hasDefault: range.hasDefault,
    isBounded: range.isBounded,
    maximum: owner && findNumber(owner.tree, 'maximum')?.value,
    standard: owner && findNumber(owner.tree, 'default')?.value,
    texts: [description?.value, range.text].flatMap((text) => text ?? []),
    largestSeen: range.largestSeen,
    owner: owner && isWrittenInPlace(owner) ? siteOf(owner) : undefined,
  };
}

/** A name like `size` counts only beside paging parameters or for a list. */
function limitOf(operation: Operation, scope: Scope): Parameter | undefined {
  if (operation.method !== 'get' || operation.origin !== 'path') return undefined;
  const { limit, cursor, offset } = pagingOf(operation, scope);
  if (limit === undefined || limit.in?.value !== 'query') return undefined;
  // Of one thing there are no pages, and a credit has a limit, too.
  if (endsInParameter(operation.path) && !isList(operation, scope)) return undefined;
  if (
    cursor === undefined &&
    offset === undefined &&
    /\b(?:credit|spending|card|price|budget)\b/i.test(limit.description?.value ?? '')
  )
    return undefined;
  const isCertain = limitNames.has(parameterWord(limit)) || cursor !== undefined || offset !== undefined;
  return isCertain || listBody(operation, scope) !== undefined ? limit : undefined;
}

/** An array, or an object with one: what is not known may be a list. */
function isList(operation: Operation, scope: Scope): boolean {
  const body = successBody(operation, scope);
  const properties = body === undefined ? [] : propertiesOf(body, scope);
  if (body === undefined || body.types.includes('array') || properties.length === 0) return true;
  return properties.some(({ schema }) => scope.resolve(schema)?.types.includes('array') ?? true);
}

function siteOf({ section, location }: Schema): SchemaSite {
  return { uri: section.uri, pointer: pointerOf(location) };
}
