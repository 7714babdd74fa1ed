import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** Where a view stands: a chain from the root of its file, so that a pointer costs nothing until it is asked for. */
export interface Location {
  readonly section: TreeSection;
  /** Undefined at the section's own value. */
  readonly parent: Location | undefined;
  /** The key or list index under the parent. */
  readonly key: string;
}

/** What every OpenAPI view has. A part that is missing or has the wrong type is `undefined`, never an exception. */
export interface View {
  readonly section: TreeSection;
  readonly location: Location;
  readonly tree: TreeNode;
  /** The whole value, children included. */
  readonly span: Span;
  /** Where a finding about the whole thing is shown: the key it stands under, or the first telling part of a list item. */
  readonly anchor: Span;
}

/** A `$ref` where the specification allows one, or a schema's `$dynamicRef`. `kind` says what the target is read as. */
export interface Reference<K extends string = string> extends View {
  readonly kind: 'openapi.reference';
  readonly to: K;
  /** The text of the `$ref`, as written. */
  readonly target: string;
  readonly targetSpan: Span;
  /** True for a `$dynamicRef`: a `$dynamicAnchor` further out may stand for its target (JSON Schema 2020-12 §8.2.3.2). */
  readonly isDynamic: boolean;
}

/** Keys and list indexes from the root of the file to a location. */
export function pointerOf(location: Location): readonly string[] {
  const { pointer } = location.section;
  if (location.parent === undefined) return pointer;
  const steps: string[] = [];
  for (let current: Location = location; current.parent !== undefined; current = current.parent)
    steps.push(current.key);
  return pointer.concat(steps.reverse());
}

/** The location one step below. */
export function childLocation(parent: Location, key: string | number): Location {
  return { section: parent.section, parent, key: String(key) };
}

/** The location of a section's own value. */
export function rootLocation(section: TreeSection): Location {
  return { section, parent: undefined, key: '' };
}
