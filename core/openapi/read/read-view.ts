import type { OpenApiNode } from '#core/openapi/model.ts';
import type { Label, Place } from '#core/openapi/place.ts';
import type { Location, View } from '#core/openapi/view.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { isAsking } from '#core/work/asking.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** What the views made from a tree have in common. Their parts are read when they are first asked for. */
export abstract class ReadView implements View {
  readonly location: Location;
  readonly tree: TreeNode;
  readonly label: Label;
  private misreadRead: ReadonlySet<string> | undefined;

  constructor({ location, tree, label }: Place) {
    this.location = location;
    this.tree = tree;
    this.label = label;
    this.misreadRead = undefined;
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

  /** The fields of which nothing is known though something is written (`misreadFields`). */
  protected get misread(): ReadonlySet<string> {
    return none;
  }

  /** Called before a field is read: ends the rule that asks for it where nothing is known of it. */
  protected ask(field: string): void {
    if (!isAsking()) return;
    this.misreadRead ??= this.misread;
    // Hardly a view has any.
    if (this.misreadRead.size > 0 && this.misreadRead.has(field)) throw new NotUnderstood();
  }

  /** The views and references directly within this one, in text order. */
  get children(): readonly OpenApiNode[] {
    return [];
  }
}

const none: ReadonlySet<string> = new Set();

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
