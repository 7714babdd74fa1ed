import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import type { PagePart, PagingStyle } from '#rules/detectors/openapi/paging-style.ts';
import { echoNames } from '#rules/words/paging-parameters.ts';

/** True for pages that say whether more follow: by a count of all, by what leads on, or by a header. */
export function tellsEnd({ page, headers }: PagingStyle): boolean {
  return headers.length > 0 || (page?.parts.some(saysMore) ?? false);
}

/** False for what only repeats what was asked for: `"page": 3`. */
function saysMore({ name, value }: PagePart): boolean {
  if (!echoNames.has(foldedName(name.replace(/^.*\./, '')))) return true;
  const type = isMap(value) ? (value['type'] ?? 'unknown') : 'unknown';
  return !['integer', 'number', 'string'].includes(typeof type === 'string' ? type : 'unknown');
}

/** True where a page says for certain by a number where it starts: a text may be a cursor, whatever it is called. */
export function pagesByNumber(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): boolean {
  const { offset } = pagingOf(operation, scope);
  const types = scope.resolve(offset?.schema)?.types ?? [];
  return types.includes('integer') || types.includes('number');
}

/** True where a page says how many there are, or leads on, in words of its own: `articlesCount`. */
export function speaksOfMore(page: Schema, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): boolean {
  return propertiesOf(page, scope).some(({ name }) => moreWords.test(name.value));
}

const moreWords =
  /total|count|amount|remain|number_?of|^num|more|next|last|cursor|token|pag(?:e|ing|ination)_?(?:info|data|meta)|pagination|paging|meta|link/i;

/** True where a client may ask for the number of all there are: `?count=true`. */
export function mayCount(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): boolean {
  return effectiveParameters(operation, scope).some(
    ({ name, description }) =>
      /^\$?(?:with|include|return|get|show)?_?(?:count|totals?|total_?count)$/i.test(name?.value ?? '') ||
      /\b(?:return|include)s? (?:a |the )?total\b/i.test(description?.value ?? ''),
  );
}
