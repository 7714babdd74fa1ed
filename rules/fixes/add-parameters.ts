import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue, type PlainValue } from '#core/tree/tree.ts';

/** Adds parameters to an operation, behind those it has or in a list before its body and responses. */
export function addParameters(
  operation: Operation,
  values: readonly [PlainValue, ...PlainValue[]],
): readonly [TreeChange, ...TreeChange[]] {
  const { uri } = operation.section;
  const pointer = [...pointerOf(operation.location), 'parameters'];
  if (findValue(operation.tree, 'parameters')?.kind !== 'list')
    return [{ kind: 'set', uri, pointer, value: values, before: ['requestBody', 'responses'] }];
  const [first, ...others] = values;
  const append = (value: PlainValue): TreeChange => ({ kind: 'append', uri, pointer, value });
  return [append(first), ...others.map(append)];
}
