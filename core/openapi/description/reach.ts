import type { SectionExtract } from '#core/openapi/description/section-extract.ts';
import type { Place } from '#core/openapi/place.ts';
import { pointerOf, type Reference, type View } from '#core/openapi/view.ts';
import type { SectionId } from '#core/text/section.ts';

/** An operation whose requests or responses hold a component, directly or through others. */
export interface ReachedOperation {
  /** The template, as it is written. */
  readonly path: string;
  /** The key of the operation: `get`. */
  readonly method: string;
  readonly use: 'sent' | 'returned';
}

/** A `$ref`: in an operation of a path, or in the component that is its section. */
interface Arrow {
  readonly from: SectionId;
  readonly operation: ReachedOperation | undefined;
}

/** Follows `$ref`s back from what they lead to. It is made of a description as a whole, and holds for that alone. */
export class ReachIndex {
  /** By the section that they lead to, which is a component. */
  readonly #arrows = new Map<SectionId, Arrow[]>();

  constructor(extracts: readonly SectionExtract[], follow: (reference: Reference) => Place | undefined) {
    for (const { section, references } of extracts) {
      const isComponent = section.pointer.length >= componentDepth;
      for (const reference of references) {
        const operation = operationAt(pointerOf(reference.location));
        const place = operation !== undefined || isComponent ? follow(reference) : undefined;
        if (place !== undefined) this.#add(place, { from: section.id, operation });
      }
    }
  }

  /** The operations that a component reaches, in the order of the text as far as one way is as long as another; at most so many. */
  operationsOf({ section }: View, most: number): readonly ReachedOperation[] {
    const found = new Map<string, ReachedOperation>();
    const seen = new Set<SectionId>([section.id]);
    for (const id of seen) {
      for (const { from, operation } of this.#arrows.get(id) ?? []) {
        if (operation === undefined) seen.add(from);
        else found.set(JSON.stringify(operation), operation);
        if (found.size >= most) return [...found.values()];
      }
    }
    return [...found.values()];
  }

  #add({ location }: Place, arrow: Arrow): void {
    const { id } = location.section;
    const known = this.#arrows.get(id);
    if (known === undefined) this.#arrows.set(id, [arrow]);
    else known.push(arrow);
  }
}

/** `#/components/schemas/Order`, and in 2.0 `#/definitions/Order`. */
const componentDepth = 2;

/** The operation of a path that a place is in; what a path itself says is said of none of its operations alone. */
function operationAt([paths, path, method, field]: readonly string[]): ReachedOperation | undefined {
  if (paths !== 'paths' || path === undefined || method === undefined || field === undefined) return undefined;
  return { path, method, use: field === 'responses' ? 'returned' : 'sent' };
}
