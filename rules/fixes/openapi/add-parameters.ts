import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue, type PlainValue } from '#core/tree/tree.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';

/** Where an operation's own parameters stand, or would. */
export interface ParametersSite {
  readonly uri: string;
  /** Keys from the file's root to the list. */
  readonly pointer: readonly string[];
  /** False where the operation has no list of its own yet. */
  readonly isList: boolean;
}

export function parametersSite({ section, location, tree }: Operation): ParametersSite {
  const isList = findValue(tree, 'parameters')?.kind === 'list';
  return { uri: section.uri, pointer: [...pointerOf(location), 'parameters'], isList };
}

/** The same; undefined where an alias stands in the way, or a `$ref` in place of the list. */
export function ownParametersSite(operation: Operation): ParametersSite | undefined {
  const isChangeable = isWrittenInPlace(operation) && operation.parametersReference === undefined;
  return isChangeable ? parametersSite(operation) : undefined;
}

/** Adds parameters to an operation, behind those it has or in a list before its body and responses. */
export function addParameters(
  { uri, pointer, isList }: ParametersSite,
  values: readonly [PlainValue, ...PlainValue[]],
): readonly [TreeChange, ...TreeChange[]] {
  if (!isList) return [{ kind: 'set', uri, pointer, value: values, before: ['requestBody', 'responses'] }];
  const [first, ...others] = values;
  const append = (value: PlainValue): TreeChange => ({ kind: 'append', uri, pointer, value });
  return [append(first), ...others.map(append)];
}
