import type { HttpMethod, PathItemOrigin } from '#core/openapi/model.ts';
import type { Place } from '#core/openapi/place.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Located, Span } from '#core/text/span.ts';
import { findString, hasDollarKey } from '#core/tree/tree.ts';

/** How the place that holds a `$ref` names its target; targets in other files have no such key of their own. */
export interface Naming {
  /** The path, webhook or component name; undefined where the site gives none. */
  readonly name: string | undefined;
  /** Path items and operations only. */
  readonly origin: PathItemOrigin | undefined;
  /** Operations only. */
  readonly method: HttpMethod | undefined;
  /** Only with `to: 'openapi.part'`: where in the document's grammar the target belongs (`['paths']`). */
  readonly part: readonly string[] | undefined;
}

/** A `$ref` together with what its site says about the target. */
export class ReferenceView<K extends string = string> extends ReadView implements Reference<K> {
  readonly kind = 'openapi.reference';
  readonly to: K;
  readonly target: string;
  readonly targetSpan: Span;
  readonly naming: Naming;
  readonly isDynamic: boolean;

  constructor(place: Place, to: K, target: Located<string>, naming: Naming, isDynamic = false) {
    super(place);
    this.to = to;
    this.target = target.value;
    this.targetSpan = target.span;
    this.naming = naming;
    this.isDynamic = isDynamic;
  }
}

export const noNaming: Naming = { name: undefined, origin: undefined, method: undefined, part: undefined };

/** The `$ref` written at this place; undefined when there is none or when it is no string. */
export function readReference<K extends string>(
  place: Place,
  to: K,
  naming: Naming = noNaming,
): ReferenceView<K> | undefined {
  const { tree } = place;
  const target = tree.kind === 'map' && hasDollarKey(tree) ? findString(tree, '$ref') : undefined;
  return target && new ReferenceView(place, to, target, naming);
}

/** The `$dynamicRef` of a schema (JSON Schema 2020-12 §8.2.3.2); undefined when there is none or when it is no string. */
export function readDynamicReference(place: Place): ReferenceView<'openapi.schema'> | undefined {
  const target = findString(place.tree, '$dynamicRef');
  return target && new ReferenceView(place, 'openapi.schema', target, noNaming, true);
}

/** The naming a reference was made with; for references made elsewhere, the last step of their pointer. */
export function namingOf(reference: Reference): Naming {
  if (reference instanceof ReferenceView && reference.naming !== noNaming) return reference.naming;
  return { ...noNaming, name: pointerOf(reference.location).at(-1) };
}

/** The reference as if it led somewhere else. What is known of the one that is written is not known of it. */
export function withTarget(reference: Reference, target: string): Reference {
  const { location, tree, anchor, to, targetSpan, isDynamic } = reference;
  const place = { location, tree: { ...tree }, label: { span: anchor } };
  return new ReferenceView(place, to, { value: target, span: targetSpan }, namingOf(reference), isDynamic);
}

/** True for kinds whose views tell the name or the origin that the referring site gave them. */
export function isNamedBySite(kind: string): boolean {
  return namedBySite.has(kind);
}

const namedBySite: ReadonlySet<string> = new Set([
  'openapi.path-item',
  'openapi.operation',
  'openapi.callback',
  'openapi.security-scheme',
  'openapi.part',
]);

/** What the site of a reference says about a target whose view carries a name. */
export function targetNaming(reference: Reference): Naming {
  return isNamedBySite(reference.to) ? namingOf(reference) : noNaming;
}
