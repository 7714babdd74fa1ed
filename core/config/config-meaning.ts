import { shapesAt } from '#core/config/config-completion.ts';
import type { ConfigShape, ConfigWord } from '#core/config/config-shape.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** A word of a `plumbline.yaml` and what it means. */
export interface ConfigMeaning {
  readonly word: ConfigWord;
  readonly span: Span;
}

/** What the key or word at a place means; undefined where nothing known stands. */
export function configMeaning(
  tree: TreeNode | undefined,
  offset: number,
  shape: ConfigShape,
): ConfigMeaning | undefined {
  return tree && meaningIn(tree, offset, shape, []);
}

function meaningIn(
  node: TreeNode,
  offset: number,
  shape: ConfigShape,
  path: readonly string[],
): ConfigMeaning | undefined {
  if (node.kind === 'scalar')
    return touches(node.span, offset) ? wordAt(node.span, node.value, shape, path) : undefined;
  const items: readonly TreeNode[] = node.kind === 'list' ? node.items : [];
  for (const [index, item] of items.entries()) {
    if (touches(item.span, offset)) return meaningIn(item, offset, shape, [...path, String(index)]);
  }
  for (const { key, value } of node.kind === 'map' ? node.entries : []) {
    if (touches(key.span, offset)) return keyAt(key.span, key.value, shape, path);
    if (value !== undefined && touches(value.span, offset))
      return meaningIn(value, offset, shape, [...path, key.value]);
  }
  return undefined;
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function keyAt(span: Span, name: string, shape: ConfigShape, path: readonly string[]): ConfigMeaning | undefined {
  const keys = shapesAt(shape, path).flatMap((each) => (each.kind === 'map' ? each.keys : []));
  const word = keys.find((key) => key.name === name);
  return word && { word, span };
}

function wordAt(span: Span, value: unknown, shape: ConfigShape, path: readonly string[]): ConfigMeaning | undefined {
  const words = shapesAt(shape, path).flatMap((each) => (each.kind === 'choice' ? each.words : []));
  const word = words.find(({ name }) => name === value || (value === false && (name === 'off' || name === 'false')));
  return word && { word, span };
}
