import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { Header, Response } from '#core/openapi/model.ts';
import { pointerOf, type View } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { entriesOf, findValue, itemsOf, type TreeNode } from '#core/tree/tree.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';

/** The header of this name (in lower case) that a response documents. */
export function headerOf(response: Response, name: string, scope: Scope): Header | undefined {
  return scope.resolve(namedHeader(effectiveHeaders(response, scope), name)?.header);
}

/** A text that a header is said to have, and where it is written. */
export interface HeaderText {
  readonly text: string;
  readonly node: TreeNode;
  /** Keys from the file's root. */
  readonly pointer: readonly string[];
  readonly view: View;
}

/** The values that a header shows: its examples, defaults and listed values. */
export function shownTexts(header: Header, scope: Scope): readonly HeaderText[] {
  const schema = scope.resolve(header.schema);
  const views: readonly View[] = schema === undefined || schema.tree === header.tree ? [header] : [header, schema];
  return views.flatMap((view) => {
    const base = pointerOf(view.location);
    const found: HeaderText[] = [];
    const add = (node: TreeNode | undefined, ...keys: readonly string[]): void => {
      if (node?.kind === 'scalar' && typeof node.value === 'string')
        found.push({ text: node.value, node, pointer: [...base, ...keys], view });
    };
    for (const key of ['example', 'default', 'const'] as const) add(findValue(view.tree, key), key);
    for (const key of ['enum', 'examples'] as const)
      for (const [index, item] of itemsOf(findValue(view.tree, key)).entries()) add(item, key, String(index));
    for (const { key, value } of entriesOf(findValue(view.tree, 'examples')))
      add(findValue(value, 'value'), 'examples', key.value, 'value');
    return found;
  });
}
