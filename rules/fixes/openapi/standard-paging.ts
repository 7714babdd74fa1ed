import type { DescriptionContext } from '#core/openapi/model.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PagingParameter } from '#rules/detectors/openapi/paging-parameter.ts';
import type { PagingStyle } from '#rules/detectors/openapi/paging-style.ts';
import { addComponent } from '#rules/fixes/openapi/component.ts';
import { type NewParameter, parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { portableComponent } from '#rules/fixes/openapi/portable-value.ts';

/** The paging of a description whose lists have none, and the components it needs. */
export interface StandardPaging {
  readonly style: PagingStyle;
  readonly additions: readonly TreeChange[];
}

/**
 * A limit and a cursor, or what the description shares for it already; new components where several lists need them.
 * `names` are those of the shared parameters.
 */
export function standardPaging(
  shared: readonly PagingParameter[],
  names: readonly string[],
  isForMany: boolean,
  context: DescriptionContext,
): StandardPaging {
  const cursors = shared.filter(({ role }) => role === 'cursor');
  const offset = shared.find(({ role }) => role === 'offset');
  const limit = shared.find(({ role }) => role === 'limit');
  const places = cursors.length > 0 || offset === undefined ? cursors : [offset];
  const isNew = limit === undefined && places.length === 0;
  const write = isForMany && isNew ? writeShared : writeInPlace;
  const limits =
    limit === undefined ? write('limit', limitParameter, names, context) : { parameter: limit, additions: [] };
  const starts =
    places.length > 0
      ? { parameters: places, additions: [] }
      : asList(write('cursor', cursorParameter, names, context));
  return {
    style: { ...noStyle, parameters: [limits.parameter, ...starts.parameters] },
    additions: [...limits.additions, ...starts.additions],
  };
}

interface Written {
  readonly parameter: PagingParameter;
  readonly additions: readonly TreeChange[];
}

function writeInPlace(
  role: 'limit' | 'cursor',
  parameter: NewParameter,
  _names: readonly string[],
  context: DescriptionContext,
): Written {
  return {
    parameter: { role, name: parameter.name, in: 'query', value: parameterValue(context, parameter) },
    additions: [],
  };
}

function writeShared(
  role: 'limit' | 'cursor',
  parameter: NewParameter,
  names: readonly string[],
  context: DescriptionContext,
): Written {
  const wanted = role === 'limit' ? ['Limit', 'PageLimit'] : ['Cursor', 'PageCursor'];
  const component = wanted.find((name) => !names.includes(name)) ?? `${wanted[1]}2`;
  return {
    parameter: { role, name: parameter.name, in: 'query', value: portableComponent('parameters', component, context) },
    additions: [addComponent('parameters', component, parameterValue(context, parameter), context)],
  };
}

function asList({ parameter, additions }: Written) {
  return { parameters: [parameter], additions };
}

const noStyle: Omit<PagingStyle, 'parameters'> = {
  title: '',
  area: [],
  noun: '',
  isSpecific: false,
  page: undefined,
  isBare: false,
  headers: [],
};

const limitParameter: NewParameter = {
  name: 'limit',
  in: 'query',
  description: 'Items per page.',
  schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
};

const cursorParameter: NewParameter = {
  name: 'cursor',
  in: 'query',
  description: 'Where the page starts, as the page before said; the first page without it.',
  schema: { type: 'string' },
};
