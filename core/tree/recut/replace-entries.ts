import { copyOf } from '#core/text/copy-of.ts';
import type { SectionId } from '#core/text/section.ts';
import { isMarkedDuplicate, isReadFrom, isSameButId, readSection, withId } from '#core/tree/cut/read-section.ts';
import type { Recut } from '#core/tree/recut/recut-groups.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import type { EntryTail } from '#core/tree/section-cut.ts';
import { SectionIds, type TakenId } from '#core/tree/section-ids.ts';
import type { Steps } from '#core/work/steps.ts';

/** All sections of the edited file, and those of them that are new. */
export interface ReplacedEntries {
  readonly sections: readonly TreeSection[];
  readonly added: readonly TreeSection[];
}

/** Puts entries in the place of others. Undefined when one of them does not stand on its own. A step for each that is read. */
export function* replaceEntries(document: TreeDocument, recuts: readonly Recut[]): Steps<ReplacedEntries | undefined> {
  const replacer = new EntryReplacer(document, recuts);
  return (yield* replacer.replaceAll(recuts)) ? replacer : undefined;
}

class EntryReplacer implements ReplacedEntries {
  readonly sections: TreeSection[] = [];
  readonly added: TreeSection[] = [];
  readonly #document: TreeDocument;
  /** The keys that came, went or changed places: what has one of them may get another id. */
  readonly #moved: ReadonlySet<string>;
  readonly #ids: SectionIds;
  /** The sections whose key is one of these. */
  readonly #known: ReadonlyMap<SectionId, TreeSection>;

  constructor(document: TreeDocument, recuts: readonly Recut[]) {
    this.#document = document;
    this.#moved = movedKeys(document, recuts);
    this.#ids = new SectionIds(document.uri);
    const hasMoved = ({ pointer }: TreeSection) => this.#moved.has(pointer.at(-1) ?? '');
    const movable = this.#moved.size === 0 ? [] : document.sections.filter(hasMoved);
    this.#known = new Map(movable.map((section) => [section.id, section]));
  }

  *replaceAll(recuts: readonly Recut[]): Steps<boolean> {
    let position = 0;
    for (const recut of recuts) {
      this.#keep(position, recut.first);
      for (const index of recut.cuts.keys()) {
        const before = this.#document.sections[recut.first + index];
        const section = this.#entry(recut, index);
        if (section === undefined) return false;
        if (section !== before) yield;
        this.sections.push(section);
        this.added.push(section);
      }
      position = recut.last + 1;
    }
    this.#keep(position, this.#document.sections.length);
    return true;
  }

  #keep(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const section = this.#document.sections[index];
      if (section === undefined) return;
      this.sections.push(this.#moved.size === 0 ? section : this.#kept(section));
    }
  }

  #kept(section: TreeSection): TreeSection {
    const taken = this.#take(section);
    const known = this.#known.get(taken.id);
    const isKnown = known !== undefined && isSameButId(known, section);
    return isKnown && isMarkedDuplicate(known) === taken.isDuplicate ? known : withId(section, taken);
  }

  /** The id of a section that stays at its key. */
  #take(section: TreeSection): TakenId {
    if (this.#moved.has(section.pointer.at(-1) ?? '')) return this.#ids.take(section.pointer);
    this.#ids.pass(section.pointer);
    return { id: section.id, isDuplicate: isMarkedDuplicate(section) };
  }

  #entry({ first, last, text: all, cuts, patched }: Recut, index: number): TreeSection | undefined {
    const { uri, language, sections } = this.#document;
    const cut = cuts[index];
    const next = cuts[index + 1];
    if (cut === undefined) return undefined;
    const text = all.slice(cut.start, next?.start ?? all.length);
    const tail = language === 'json' ? (next === undefined ? sections[last]?.tail : notLast) : undefined;
    const isMoved = this.#moved.has(cut.pointer.at(-1) ?? '');
    const before = isMoved ? undefined : sections[first + index];
    if (before !== undefined && patched !== undefined) {
      this.#ids.pass(cut.pointer);
      return patched;
    }
    const taken = before === undefined ? this.#ids.take(cut.pointer) : this.#take(before);
    const known = before ?? this.#known.get(taken.id);
    if (known !== undefined && isReadFrom(known, { cut, text, tail, taken })) return known;
    const section = readSection({ uri, language, cut, tail, taken, text: copyOf(text) });
    return section?.problems.some(({ code }) => code === 'unknown-alias') ? undefined : section;
  }
}

const notLast: EntryTail = { closers: 0, isLast: false };

/** The keys of all stretches whose keys are not the same in the same order. */
function movedKeys(document: TreeDocument, recuts: readonly Recut[]): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const recut of recuts) {
    if (recut.patched !== undefined) continue;
    const before = replacedBy(document, recut).map(({ pointer }) => pointer.at(-1) ?? '');
    const after = recut.cuts.map(({ pointer }) => pointer.at(-1) ?? '');
    if (before.length === after.length && before.every((name, index) => name === after[index])) continue;
    for (const name of [...before, ...after]) moved.add(name);
  }
  return moved;
}

/** The sections that a cut replaces. */
export function replacedBy({ sections }: TreeDocument, { first, last }: Recut): readonly TreeSection[] {
  return sections.slice(first, last + 1);
}
