import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findValue, type PlainValue } from '#core/tree/tree.ts';
import { pagingOf, parameterWord } from '#rules/detectors/openapi/paging.ts';
import { portableReference } from '#rules/fixes/openapi/portable-value.ts';
import { parametersAsWritten, sameParameter, type WrittenParameter } from '#rules/fixes/openapi/written-parameter.ts';
import {
  limitNames,
  offsetNames,
  opaqueCursorNames,
  weakCursorNames,
  weakLimitNames,
} from '#rules/words/paging-parameters.ts';

export type PagingRole = 'limit' | 'cursor' | 'offset';

/** A paging parameter as an operation has it, as plain data. */
export interface PagingParameter {
  readonly role: PagingRole;
  readonly name: string;
  readonly in: string;
  /** A reference or a Parameter Object, portable. */
  readonly value: PlainValue;
}

/** All paging parameters of an operation, in its order: also those that lead back. */
export function pagingParameters(
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): readonly PagingParameter[] {
  const { cursor, offset } = pagingOf(operation, scope);
  const found = new Map<string, PagingParameter>();
  for (const one of parametersAsWritten(operation, scope)) {
    const { parameter } = one;
    const role = roleOf(parameter, cursor !== undefined || offset !== undefined, scope);
    if (role === undefined) continue;
    const name = parameter.name?.value ?? '';
    const place = parameter.in?.value ?? 'query';
    found.set(`${place} ${name}`, { role, name, in: place, value: withoutExample(one, role) });
  }
  return [...found.values()];
}

/** A shared parameter that pages, as a reference to it; undefined for any other component. */
export function sharedPagingParameter(
  parameter: Parameter,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): PagingParameter | undefined {
  const role = parameter.in?.value === 'query' ? roleOf(parameter, false, scope) : undefined;
  const name = parameter.name?.value;
  if (role === undefined || name === undefined) return undefined;
  return { role, name, in: 'query', value: portableReference(parameter) };
}

function roleOf(
  parameter: Parameter,
  isBesidePlace: boolean,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): PagingRole | undefined {
  const word = parameterWord(parameter);
  if (parameter.in?.value === 'path' || isDeprecated(parameter) || isTime(parameter, scope)) return undefined;
  if (limitNames.has(word) || (isBesidePlace && weakLimitNames.has(word))) return 'limit';
  if (opaqueCursorNames.has(word) || weakCursorNames.has(word)) return 'cursor';
  return offsetNames.has(word) ? 'offset' : undefined;
}

function isDeprecated({ tree }: Parameter): boolean {
  const node = findValue(tree, 'deprecated');
  return node?.kind === 'scalar' && node.value === true;
}

/** `after`, `from` and `start` also begin a window in time. */
function isTime(parameter: Parameter, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): boolean {
  const schema = scope.resolve(parameter.schema);
  if (/date|time|iso/i.test(schema?.format?.value ?? '')) return true;
  return (
    windowNames.has(parameterWord(parameter)) &&
    /\b(?:time|times|date|dates|timestamp|iso ?8601|epoch|unix)\b/i.test(parameter.description?.value ?? '')
  );
}

const windowNames: ReadonlySet<string> = new Set(['after', 'before', 'from', 'start']);

/** An example of a cursor is that of one list. */
function withoutExample(one: WrittenParameter, role: PagingRole): PlainValue {
  const value = sameParameter(one);
  if (role !== 'cursor' || !isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'example' && key !== 'examples'));
}
