import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Parameter, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { findString } from '#core/tree/tree.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** A query parameter that picks or orders the items of a list. */
export interface FilterParameter {
  readonly parameter: Parameter;
  /** The names of the item's properties it works on, or may work on. */
  readonly names: readonly string[];
  readonly use: 'filters' | 'sorts';
}

const sortNames: ReadonlySet<string> = wordSet(
  'sort sortby sortfield sortkey sortcolumn sortproperty orderby order ordering orderfield orderbyfield orderbycolumn ordercolumn',
);
const filterNames: ReadonlySet<string> = wordSet('filter filters where filterby');

/** What says in which form the answer comes, or who asks for it. */
const formNames: ReadonlySet<string> = wordSet(
  'format fields include expand embed select lang language locale version apiversion pretty callback token apikey accesstoken count total',
);

/** The parameters that filter by a property of their name (`status`, `filter[status]`, `created_gte`) or sort by listed ones. */
export function filterParameters(operation: Operation, scope: Scope): readonly FilterParameter[] {
  const { limit, cursor, offset } = pagingOf(operation, scope);
  return effectiveParameters(operation, scope).flatMap((parameter): readonly FilterParameter[] => {
    const name = parameter.name?.value;
    if (parameter.in?.value !== 'query' || name === undefined || isSearch(parameter.description?.value)) return [];
    if ([limit, cursor, offset].includes(parameter) || formNames.has(foldedName(name))) return [];
    if (isSortName(name)) return [{ parameter, names: sortedNames(parameter, scope), use: 'sorts' }];
    const schema = scope.resolve(parameter.schema);
    if (filterNames.has(foldedName(name)) && schema !== undefined) return filtersWithin(parameter, schema, scope);
    return isFlag(schema, scope) ? [] : [{ parameter, names: filteredNames(name, schema), use: 'filters' }];
  });
}

/** True for a parameter that says in which order a list comes: `sort`, `order_by`, `sort[by]`. */
export function isSortName(name: string): boolean {
  return sortNames.has(foldedName(name));
}

/** An object of filters (`style: deepObject`): each of its properties is one. */
function filtersWithin(parameter: Parameter, schema: Schema, scope: Scope): readonly FilterParameter[] {
  return propertiesOf(schema, scope).flatMap(({ name, schema: written }) => {
    const inner = scope.resolve(written);
    if (isFlag(inner, scope) || isSearch(inner?.description?.value)) return [];
    return [{ parameter, names: filteredNames(name.value, inner), use: 'filters' as const }];
  });
}

/**
 * `filter[status]`, `filter.status`, `status[in]`, `status__in` and `minStatus` mean `status`; `created_after` and `createdBefore` mean
 * `createdAt`; several `emails` are asked for by `email`.
 */
function filteredNames(name: string, schema: Schema | undefined): readonly string[] {
  const inner = /^(?:filters?|where|filter_?by)(?:\[([^\][]+)\]|\.(.+))/i.exec(name);
  const written = inner?.[1] ?? inner?.[2] ?? name;
  const base = written
    .replace(/(?:\[\w*\]|(?:__?|[.:])(?:gte?|lte?|eq|ne|in|min|max|range)|(?<=[a-z])(?:Gte?|Lte?|Min|Max))$/, '')
    .replace(/^(?:min|max)_?(?=[A-Z]|(?<=_)[a-z])/, '');
  const range = /^(.+?)(?:_(?:after|before|since|until|from|to)|(?:After|Before|Since|Until|From|To))$/.exec(base)?.[1];
  if (range !== undefined) return [range, `${range}At`, `${range}On`, `${range}Date`];
  return schema?.types.includes('array') ? [base, singularOf(base)] : [base];
}

/** The values of the enum without direction: `-createdAt`, `createdAt:desc`, `created_at_asc`, `createdAtDesc`; else the default, and the words of a pattern. */
export function sortedNames({ schema }: Parameter, scope: Scope): readonly string[] {
  const resolved = scope.resolve(schema);
  const item = scope.resolve(resolved?.items);
  const values = resolved?.enum ?? item?.enum;
  if (values === undefined) return [...defaultWords(resolved), ...patternWords(resolved)];
  const names = values.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return [...new Set(names.map(withoutDirection))];
}

/** `createdAt` of `-createdAt`, `createdAt:desc`, `created_at asc`, `createdAtDesc`. */
export function withoutDirection(value: string): string {
  return value
    .replace(/^[-+]|(?<![\s:_.,-])[\s:_.,-]+(?:asc|desc|ascending|descending)$/gi, '')
    .replace(/(?<=[a-z])(?:Asc|Desc|Ascending|Descending)$/, '');
}

/** What is sorted by where nobody asks. */
function defaultWords(schema: Schema | undefined): readonly string[] {
  const written = findString(schema?.tree, 'default')?.value;
  return written === undefined ? [] : written.split(',').map((part) => withoutDirection(part.trim()));
}

/** `createdAt` and `total` of `^-?(createdAt|total)$`. */
function patternWords(schema: Schema | undefined): readonly string[] {
  const pattern = findString(schema?.tree, 'pattern')?.value ?? '';
  const [, group] = /^\^?[-+?()[\]\\:]*\(?:?([\w|?:]{3,200})\)/.exec(pattern) ?? [];
  return (group ?? '').split('|').filter((word) => /^[A-Za-z_]\w*$/.test(word));
}

/** A search in text needs another kind of index. */
function isSearch(description: string | undefined): boolean {
  return /\b(?:search\w*|contain\w*|partial\w*|fuzzy|substring|like|prefix|keyword\w*|full[- ]text|wildcard\w*)\b/i.test(
    description ?? '',
  );
}

/** A boolean or one of a few values picks too large a part of the rows for an index. */
function isFlag(schema: Schema | undefined, scope: Scope): boolean {
  const item = scope.resolve(schema?.items);
  return [schema, item].some((part) => part?.enum !== undefined || part?.types.includes('boolean') === true);
}
