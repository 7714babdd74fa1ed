import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { HousePaging } from '#rules/detectors/openapi/house-paging.ts';
import type { PagingStyle } from '#rules/detectors/openapi/paging-style.ts';
import { likeName } from '#rules/fixes/openapi/like-name.ts';
import { bounded } from '#rules/fixes/openapi/page-list.ts';
import { reworded } from '#rules/fixes/openapi/reworded.ts';
import type { DocumentHabits } from '#snippets/insert/document-habits.ts';
import type { Values } from '#snippets/pattern.ts';

/** What a list pattern is about. */
export interface ListPattern {
  /** Whether its pages are found by a cursor or by counting. */
  readonly by: 'cursor' | 'offset';
  /** The path segment of the collection: `order-lines`. */
  readonly noun: string;
  /** The schema of an item. */
  readonly items: PlainValue;
}

/** A GET of a list, paged as the lists of the description are; the pattern's own where none is. */
export function houseList(operation: Values, habits: DocumentHabits, { by, noun, items }: ListPattern): Values {
  const alike = habits.paging.filter((style) => style.parameters.some(({ role }) => role === by));
  const styles = alike.length > 0 ? alike : habits.paging;
  const style = new HousePaging(styles).for({ area: [`/${noun}`], isBare: styles.every(({ isBare }) => isBare) });
  if (style === undefined || (style.page === undefined && !style.isBare)) return operation;
  const { description, parameters, responses, ...rest } = operation;
  const paging = style.parameters.map(({ role, value }) =>
    spoken(role === 'limit' ? bounded(value) : value, style, noun),
  );
  return {
    ...rest,
    parameters: [...paging, ...otherParameters(parameters)],
    responses: {
      ...asMap(responses),
      '200': pageResponse(asMap(asMap(responses)['200']), style, noun, items, habits.mediaType),
    },
  };
}

/** Those of the pattern that do not page. */
function otherParameters(parameters: PlainValue | undefined): readonly PlainValue[] {
  if (parameters === undefined || !isList(parameters)) return [];
  return parameters.filter((parameter) => !['limit', 'cursor', 'offset'].includes(String(asMap(parameter)['name'])));
}

function pageResponse(
  { description = '' }: Values,
  style: PagingStyle,
  noun: string,
  items: PlainValue,
  mediaType: string,
): Values {
  const headers = style.headers.map(({ name, value }) => [name, spoken(value, style, noun)]);
  const schema = style.page === undefined ? { type: 'array', items } : pageSchema(style.page, style, noun, items);
  return {
    description,
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    content: { [mediaType]: { schema } },
  };
}

function pageSchema(
  page: NonNullable<PagingStyle['page']>,
  style: PagingStyle,
  noun: string,
  items: PlainValue,
): Values {
  const name = likeName(page.items, style.noun, noun);
  const required = page.parts.filter(({ isRequired }) => isRequired).map((part) => part.name);
  const parts = page.parts.map((part) => [part.name, spoken(part.value, style, noun)]);
  return {
    type: 'object',
    required: [name, ...required],
    properties: { [name]: { type: 'array', items }, ...Object.fromEntries(parts) },
  };
}

function spoken(value: PlainValue, style: PagingStyle, noun: string): PlainValue {
  return reworded(value, style.noun, noun);
}

function asMap(value: PlainValue | undefined): Values {
  return value !== undefined && isMap(value) ? value : {};
}
