import type { Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue, type PlainValue } from '#core/tree/tree.ts';

/** Documents headers of a response, behind those it has or in a map behind its description; at least one is given. */
export function addHeaders(
  response: Response,
  headers: { readonly [name: string]: PlainValue },
): readonly [TreeChange, ...TreeChange[]] {
  const { uri } = response.section;
  const pointer = [...pointerOf(response.location), 'headers'];
  if (findValue(response.tree, 'headers')?.kind !== 'map')
    return [{ kind: 'set', uri, pointer, value: headers, after: ['description'] }];
  const changes = Object.entries(headers).map(
    ([name, value]): TreeChange => ({ kind: 'set', uri, pointer: [...pointer, name], value, ifAbsent: true }),
  );
  const [first, ...others] = changes;
  if (first === undefined) throw new Error('There is no header to add.');
  return [first, ...others];
}
