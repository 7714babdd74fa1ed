import type { Operation, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { BaseScope, Fix } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findValue, type PlainValue } from '#core/tree/tree.ts';
import { formerValue } from '#rules/fixes/openapi/former-value.ts';
import { missingComponents } from '#rules/fixes/openapi/missing-components.ts';

/** Writes an operation that is gone into its path, as it was and deprecated. None where the parameters of the path are called otherwise now. */
export function operationBack(
  operation: Operation,
  former: PathItem,
  now: PathItem,
  title: string,
  scope: BaseScope,
): readonly Fix[] {
  const method = pointerOf(operation.location).at(-1) ?? '';
  const tree = findValue(former.tree, method);
  if (tree === undefined || tree !== operation.tree || former.path.value !== now.path.value) return [];
  const { context, section, location } = now;
  const value = deprecated(formerValue(tree, former, now));
  const missing = section.uri === context.rootUri ? missingComponents(value, context.rootUri, scope) : [];
  if (missing === undefined) return [];
  const pointer = [...pointerOf(location), method];
  return [
    {
      title: `Bring ${title} back, deprecated`,
      safety: 'review',
      changes: [{ kind: 'set', uri: section.uri, pointer, value }, ...missing],
    },
  ];
}

/** The same for a path with all its operations, in the root file `uri`. */
export function pathBack(former: PathItem, uri: string, scope: BaseScope): readonly Fix[] {
  const { path, operations, location, reference } = former;
  const pointer = pointerOf(location);
  if (reference !== undefined || pointer[0] !== 'paths' || pointer.length !== 2) return [];
  const value = formerValue(former.tree, former, former);
  if (!isMap(value) || former.section.uri !== former.context.rootUri) return [];
  const methods = new Set(operations.map((operation) => pointerOf(operation.location).at(-1)));
  const entries = Object.entries(value).map(([key, item]) => [key, methods.has(key) ? deprecated(item) : item]);
  const written: PlainValue = Object.fromEntries(entries);
  const missing = missingComponents(written, uri, scope);
  if (missing === undefined) return [];
  return [
    {
      title: `Bring “${path.value}” back, deprecated`,
      safety: 'review',
      changes: [{ kind: 'set', uri, pointer, value: written, ifAbsent: true }, ...missing],
    },
  ];
}

/** Behind what tells people what it is. */
function deprecated(value: PlainValue): PlainValue {
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'deprecated');
  const last = entries.findLastIndex(([key]) => leading.has(key));
  return Object.fromEntries([...entries.slice(0, last + 1), ['deprecated', true], ...entries.slice(last + 1)]);
}

const leading: ReadonlySet<string> = new Set(['tags', 'summary', 'description', 'operationId']);
