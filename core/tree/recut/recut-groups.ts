import type { EditGroup } from '#core/text/edit-groups.ts';
import { patchSection } from '#core/tree/recut/patch-section.ts';
import { isChildOf, isPlainEntry, type RecutStretch, type Stretch } from '#core/tree/recut/stretch.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import type { SectionCut } from '#core/tree/section-cut.ts';
import type { Steps } from '#core/work/steps.ts';

/** Sections, and the entries that come in their place; cuts count from the start of the text. */
export interface Recut extends EditGroup {
  readonly cuts: readonly SectionCut[];
  /** The one section it is, where it did not need to be cut and read. */
  readonly patched?: TreeSection;
}

/** How many neighbours may be drawn into a stretch before the file is cut as a whole. */
const widest = 6;

/** Cuts what edits touch, and the neighbours that are concerned; a step for each group. Undefined when more than entries is concerned. */
export function* recutGroups(
  document: TreeDocument,
  groups: readonly EditGroup[],
  recut: (stretch: Stretch) => RecutStretch,
): Steps<readonly Recut[] | undefined> {
  const recutter = new Recutter(document, groups, recut);
  return (yield* recutter.recutAll()) ? recutter.done : undefined;
}

class Recutter {
  readonly done: Recut[] = [];
  readonly #document: TreeDocument;
  readonly #recutStretch: (stretch: Stretch) => RecutStretch;
  /** The groups that are not cut yet, the next one at the end. */
  readonly #pending: EditGroup[];

  constructor(document: TreeDocument, groups: readonly EditGroup[], recut: (stretch: Stretch) => RecutStretch) {
    this.#document = document;
    this.#pending = groups.toReversed();
    this.#recutStretch = recut;
  }

  *recutAll(): Steps<boolean> {
    for (let group = this.#pending.pop(); group !== undefined; group = this.#pending.pop()) {
      const recut = this.#patch(group) ?? this.#recut(this.#withoutHeader(this.#withoutFollowing(group)));
      if (recut === undefined) return false;
      this.done.push(recut);
      yield;
    }
    return true;
  }

  #patch({ first, last, text, edits = [] }: EditGroup): Recut | undefined {
    const section = first === last ? this.#document.sections[first] : undefined;
    const patched = section && patchSection(section, edits, text);
    if (patched?.key === undefined) return undefined;
    const cut = { role: 'entry', start: 0, pointer: patched.pointer, key: patched.key.span } as const;
    return { first, last, text, cuts: [cut], patched };
  }

  #recut(touched: EditGroup | undefined): Recut | undefined {
    let group = touched;
    for (let width = 0; group !== undefined && width <= widest; width++) {
      const cuts: RecutStretch = this.#cut(group);
      if (cuts === undefined) return undefined;
      if (cuts === 'next' && this.#hasSibling(group)) group = this.#withNext(group);
      // Where all entries at the end are gone, what is left of the map ends with the one before them.
      else if (cuts === 'next') group = group.text === '' ? this.#withPrevious(group) : undefined;
      else if (cuts === 'previous') group = this.#withPrevious(group);
      else return { ...group, cuts };
    }
    return undefined;
  }

  #cut({ first, last, text }: EditGroup): RecutStretch {
    const { sections, outline } = this.#document;
    const old = sections.slice(first, last + 1);
    const parent = old[0]?.pointer.slice(0, -1);
    if (parent === undefined || !old.every((section) => isPlainEntry(section, outline) && isChildOf(section, parent))) {
      return undefined;
    }
    return this.#recutStretch({ text, parent, outline, old, previous: sections[first - 1], next: sections[last + 1] });
  }

  /** An edit may take equal letters from the line behind for those of its own: what follows is then as it was. */
  #withoutFollowing(group: EditGroup): EditGroup {
    const { sections } = this.#document;
    let { last, text } = group;
    for (let next = sections[last]; next !== undefined && last > group.first; next = sections[last]) {
      const isOther = isHeading(next) || next.pointer.length !== sections[group.first]?.pointer.length;
      if (!isOther || !text.endsWith(next.text)) break;
      text = text.slice(0, text.length - next.text.length);
      last--;
    }
    return last === group.last ? group : { first: group.first, last, text };
  }

  /** What is put behind a header belongs to the entry that follows. */
  #withoutHeader(group: EditGroup): EditGroup | undefined {
    const { first, last, text } = group;
    const header = this.#document.sections[first];
    if (header === undefined || !isHeading(header) || !text.startsWith(header.text)) return group;
    const rest = { first: first + 1, last, text: text.slice(header.text.length) };
    return first === last ? this.#withNext(rest) : rest;
  }

  #hasSibling({ last }: EditGroup): boolean {
    const { sections } = this.#document;
    const [section, next] = [sections[last], sections[last + 1]];
    return section !== undefined && next !== undefined && isChildOf(next, section.pointer.slice(0, -1));
  }

  #withNext({ first, last, text }: EditGroup): EditGroup | undefined {
    const touched = this.#pending.at(-1);
    if (touched?.first === last + 1) {
      this.#pending.pop();
      return { first, last: touched.last, text: text + touched.text };
    }
    const next = this.#document.sections[last + 1];
    return next && { first, last: last + 1, text: text + next.text };
  }

  #withPrevious({ first, last, text }: EditGroup): EditGroup | undefined {
    const touched = this.done.at(-1);
    if (touched?.last === first - 1) {
      this.done.pop();
      return { first: touched.first, last, text: touched.text + text };
    }
    const previous = this.#document.sections[first - 1];
    return previous && { first: first - 1, last, text: previous.text + text };
  }
}

function isHeading({ isHeader, pointer }: TreeSection): boolean {
  return isHeader || pointer.length === 0;
}
