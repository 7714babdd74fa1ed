import type { Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue, type PlainValue } from '#core/tree/tree.ts';

/** Where a response's headers stand, or would. */
export interface HeadersSite {
  readonly uri: string;
  /** Keys from the file's root to the map. */
  readonly pointer: readonly string[];
  /** False where the response documents no header yet. */
  readonly isMap: boolean;
}

export function headersSite({ section, location, tree }: Response): HeadersSite {
  const isMap = findValue(tree, 'headers')?.kind === 'map';
  return { uri: section.uri, pointer: [...pointerOf(location), 'headers'], isMap };
}

/** Documents headers of a response, behind those it has or in a map behind its description; at least one is given. */
export function addHeaders(
  response: Response,
  headers: { readonly [name: string]: PlainValue },
): readonly [TreeChange, ...TreeChange[]] {
  return addHeadersAt(headersSite(response), headers);
}

/** The same for a response that is known as plain data. */
export function addHeadersAt(
  { uri, pointer, isMap }: HeadersSite,
  headers: { readonly [name: string]: PlainValue },
): readonly [TreeChange, ...TreeChange[]] {
  if (!isMap) return [{ kind: 'set', uri, pointer, value: headers, after: ['description'] }];
  const changes = Object.entries(headers).map(
    ([name, value]): TreeChange => ({ kind: 'set', uri, pointer: [...pointer, name], value, ifAbsent: true }),
  );
  const [first, ...others] = changes;
  if (first === undefined) throw new Error('There is no header to add.');
  return [first, ...others];
}
