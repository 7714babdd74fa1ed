import type { EditGroup } from '#core/text/edit-groups.ts';
import { recutJson } from '#core/tree/recut-json.ts';
import { recutYaml } from '#core/tree/recut-yaml.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import type { SectionCut } from '#core/tree/section-cut.ts';
import { isChildOf, isPlainEntry, type RecutStretch } from '#core/tree/stretch.ts';

/** Sections, and the entries that come in their place; cuts count from the start of the text. */
export interface Recut extends EditGroup {
  readonly cuts: readonly SectionCut[];
}

/** How many neighbours may be drawn into a stretch before the file is cut as a whole. */
const widest = 6;

/**
 * Cuts what edits touch, and the neighbours that are concerned. Undefined when more than entries is concerned.
 * `keepsBlankLines` is true when some YAML block scalar of the file keeps the blank lines behind it.
 */
export function recutGroups(
  document: TreeDocument,
  groups: readonly EditGroup[],
  keepsBlankLines: boolean,
): readonly Recut[] | undefined {
  const recutter = new Recutter(document, groups, keepsBlankLines);
  return recutter.recutAll() ? recutter.done : undefined;
}

class Recutter {
  readonly done: Recut[] = [];
  readonly #document: TreeDocument;
  readonly #keepsBlankLines: boolean;
  /** The groups that are not cut yet, the next one at the end. */
  readonly #pending: EditGroup[];

  constructor(document: TreeDocument, groups: readonly EditGroup[], keepsBlankLines: boolean) {
    this.#document = document;
    this.#pending = groups.toReversed();
    this.#keepsBlankLines = keepsBlankLines;
  }

  recutAll(): boolean {
    for (let group = this.#pending.pop(); group !== undefined; group = this.#pending.pop()) {
      const recut = this.#recut(this.#withoutHeader(group));
      if (recut === undefined) return false;
      this.done.push(recut);
    }
    return true;
  }

  #recut(touched: EditGroup | undefined): Recut | undefined {
    let group = touched;
    for (let width = 0; group !== undefined && width <= widest; width++) {
      const cuts: RecutStretch = this.#cut(group);
      if (cuts === undefined) return undefined;
      if (cuts === 'next') group = this.#withNext(group);
      else if (cuts === 'previous') group = this.#withPrevious(group);
      else return { ...group, cuts };
    }
    return undefined;
  }

  #cut({ first, last, text }: EditGroup): RecutStretch {
    const { sections, language } = this.#document;
    const old = sections.slice(first, last + 1);
    const parent = old[0]?.pointer.slice(0, -1);
    if (parent === undefined || !old.every((section) => isPlainEntry(section) && isChildOf(section, parent))) {
      return undefined;
    }
    const stretch = { text, parent, old, previous: sections[first - 1], next: sections[last + 1] };
    return language === 'json' ? recutJson(stretch) : recutYaml(stretch, this.#keepsBlankLines);
  }

  /** What is put behind a header belongs to the entry that follows. */
  #withoutHeader(group: EditGroup): EditGroup | undefined {
    const { first, last, text } = group;
    const header = this.#document.sections[first];
    if (header === undefined || !isHeading(header) || !text.startsWith(header.text)) return group;
    const rest = { first: first + 1, last, text: text.slice(header.text.length) };
    return first === last ? this.#withNext(rest) : rest;
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
