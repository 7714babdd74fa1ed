import type { OpenApiNode } from '#core/openapi/model.ts';
import type { Label, Place } from '#core/openapi/place.ts';
import type { Location, View } from '#core/openapi/view.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** What the views made from a tree have in common. Their parts are read when they are first asked for. */
export abstract class ReadView implements View {
  readonly location: Location;
  readonly tree: TreeNode;
  readonly label: Label;

  constructor({ location, tree, label }: Place) {
    this.location = location;
    this.tree = tree;
    this.label = label;
  }

  get section(): TreeSection {
    return this.location.section;
  }

  get span(): Span {
    return this.tree.span;
  }

  get anchor(): Span {
    return this.label.span;
  }

  /** The views and references directly within this one, in text order. */
  get children(): readonly OpenApiNode[] {
    return [];
  }
}

/** Those that are there. */
export function present<T>(nodes: readonly (T | undefined)[]): readonly T[] {
  return nodes.filter((node) => node !== undefined);
}

/** The nodes ordered by where they begin; nodes of the same place keep their order. */
export function inTextOrder(nodes: readonly OpenApiNode[]): readonly OpenApiNode[] {
  return isInTextOrder(nodes) ? nodes : [...nodes].sort((a, b) => a.tree.span.start - b.tree.span.start);
}

function isInTextOrder(nodes: readonly OpenApiNode[]): boolean {
  let last = -1;
  for (const { tree } of nodes) {
    if (tree.span.start < last) return false;
    last = tree.span.start;
  }
  return true;
}
