import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

/** A query parameter that picks or orders the items of a list. */
export interface FilterParameter {
  readonly parameter: Parameter;
  /** The names of the item's properties it works on, or may work on. */
  readonly names: readonly string[];
  readonly use: 'filters' | 'sorts';
}

const sortNames: ReadonlySet<string> = new Set(
  'sort sortby sortfield sortkey orderby order ordering orderfield orderbyfield'.split(' '),
);

/** The parameters that filter by a property of their name (`status`, `filter[status]`, `created_gte`) or sort by listed ones. */
export function filterParameters(operation: Operation, scope: Scope): readonly FilterParameter[] {
  return effectiveParameters(operation, scope).flatMap((parameter): readonly FilterParameter[] => {
    const name = parameter.name?.value;
    if (parameter.in?.value !== 'query' || name === undefined || isSearch(parameter)) return [];
    if (sortNames.has(foldedName(name))) return [{ parameter, names: sortedNames(parameter, scope), use: 'sorts' }];
    return isFlag(parameter, scope) ? [] : [{ parameter, names: filteredNames(name), use: 'filters' }];
  });
}

/** `filter[status]`, `filter.status`, `status[in]`, `status__in` mean `status`; `created_after` and `createdBefore` mean `createdAt`. */
function filteredNames(name: string): readonly string[] {
  const inner = /^filters?(?:\[([^\][]+)\]|\.(.+))/i.exec(name);
  const written = inner?.[1] ?? inner?.[2] ?? name;
  const base = written.replace(/(?:\[\w*\]|__?(?:gte?|lte?|eq|in|min|max))$/i, '');
  const range = /^(.+?)(?:_(?:after|before|since|until|from|to)|(?:After|Before|Since|Until|From|To))$/.exec(base)?.[1];
  return range === undefined ? [base] : [range, `${range}At`];
}

/** The values of the enum without direction: `-createdAt`, `createdAt:desc`, `created_at_asc`. */
function sortedNames({ schema }: Parameter, scope: Scope): readonly string[] {
  const resolved = scope.resolve(schema);
  const values = resolved?.enum ?? scope.resolve(resolved?.items)?.enum ?? [];
  const names = values.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return [
    ...new Set(
      names.map((name) => name.replace(/^[-+]|(?<![\s:_.,-])[\s:_.,-]+(?:asc|desc|ascending|descending)$/gi, '')),
    ),
  ];
}

/** A search in text needs another kind of index. */
function isSearch({ description }: Parameter): boolean {
  return /\b(?:search\w*|contain\w*|partial\w*|fuzzy|substring|like|prefix|keyword\w*|full[- ]text|wildcard\w*)\b/i.test(
    description?.value ?? '',
  );
}

/** A boolean or one of a few values picks too large a part of the rows for an index. */
function isFlag({ schema }: Parameter, scope: Scope): boolean {
  const resolved = scope.resolve(schema);
  const item = scope.resolve(resolved?.items);
  return [resolved, item].some((part) => part?.enum !== undefined || part?.types.includes('boolean') === true);
}
