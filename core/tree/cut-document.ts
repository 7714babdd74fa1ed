import { finish, type Steps } from '#core/steps.ts';
import { shiftSpan } from '#core/text/span.ts';
import { cutJson } from '#core/tree/cut-json.ts';
import { cutYaml } from '#core/tree/cut-yaml.ts';
import { duplicateKeyProblem } from '#core/tree/duplicate-keys.ts';
import { parseSectionText } from '#core/tree/parse-section.ts';
import type { SectionId, TreeDocument, TreeLanguage, TreeSection } from '#core/tree/section.ts';
import { type EntryTail, type SectionCut, tailOf, wholeCut } from '#core/tree/section-cut.ts';
import { treeDocument } from '#core/tree/tree-document.ts';

export interface TreeSource {
  readonly uri: string;
  readonly text: string;
  readonly language: TreeLanguage;
}

/**
 * Cuts a YAML or JSON file into sections and reads them. The sections' texts, joined, are the file. With `previous`, a
 * section whose text did not change is the same object as before.
 * Law: `cutDocument(b, cutDocument(a))` equals `cutDocument(b)`.
 */
export function cutDocument(source: TreeSource, previous?: TreeDocument): TreeDocument {
  return finish(cutDocumentSteps(source, previous));
}

/** The same, a step for each section that is read. */
export function* cutDocumentSteps(source: TreeSource, previous?: TreeDocument): Steps<TreeDocument> {
  const isSameFile = previous?.uri === source.uri && previous.language === source.language;
  const assembler = new SectionAssembler(source, isSameFile ? previous : undefined);
  const cuts = source.language === 'json' ? cutJson(source.text) : cutYaml(source.text);
  return (yield* assembler.assemble(cuts)) ?? (yield* assembler.assembleWhole());
}

/** The id of the section that holds the value at a pointer: `<uri>#` and the JSON pointer (RFC 6901 §3). */
export function sectionIdOf(uri: string, pointer: readonly string[]): SectionId {
  return `${uri}#${pointer.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

class SectionAssembler {
  readonly #source: TreeSource;
  readonly #known: ReadonlyMap<SectionId, TreeSection>;
  readonly #isAfresh: boolean;

  constructor(source: TreeSource, previous: TreeDocument | undefined) {
    this.#source = source;
    this.#known = new Map(previous?.sections.map((section) => [section.id, section]));
    this.#isAfresh = previous === undefined;
  }

  /** Undefined when a section turns out not to stand on its own. */
  *assemble(cuts: readonly SectionCut[]): Steps<TreeDocument | undefined> {
    const { uri, language, text } = this.#source;
    const ids = new SectionIds(uri);
    const sections: TreeSection[] = [];
    for (const [index, cut] of cuts.entries()) {
      const end = cuts[index + 1]?.start ?? text.length;
      const tail = language === 'json' ? tailOf(cuts, index) : undefined;
      const section = this.#section({ ...cut, tail }, text.slice(cut.start, end), ids.take(cut));
      if (section !== this.#known.get(section?.id ?? '')) yield;
      if (section === undefined || (cut.role !== 'whole' && refersAcross(section, text))) return undefined;
      sections.push(section);
    }
    return treeDocument(
      { uri, language, text },
      sections,
      cuts.map(({ start }) => start),
    );
  }

  *assembleWhole(): Steps<TreeDocument> {
    const whole = yield* this.assemble(wholeCut);
    if (whole === undefined) throw new Error('A whole file is always one section.');
    return whole;
  }

  #section(cut: TailedCut, text: string, { id, isDuplicate }: TakenId): TreeSection | undefined {
    const known = this.#known.get(id);
    const isSame = known?.text === text && known.isHeader === isHeader(cut) && isSameTail(known.tail, cut.tail);
    if (isSame && isMarkedDuplicate(known) === isDuplicate) return known;
    return this.#parse(cut, this.#isAfresh ? text : copyOf(text), id, isDuplicate);
  }

  #parse(cut: TailedCut, text: string, id: SectionId, isDuplicate: boolean): TreeSection | undefined {
    const { uri, language } = this.#source;
    const { role, tail } = cut;
    const { tree, problems, isSound } = parseSectionText({ uri, language, role, text, tail });
    if (!isSound) return undefined;
    const name = cut.pointer.at(-1);
    const key = name === undefined ? undefined : { value: name, span: shiftSpan(cut.key, -cut.start) };
    return {
      kind: 'tree',
      id,
      uri,
      language,
      pointer: cut.pointer,
      text,
      key,
      tree,
      isHeader: isHeader(cut),
      problems: key !== undefined && isDuplicate ? [duplicateKeyProblem(key), ...problems] : problems,
      ...(tail === undefined ? {} : { tail }),
    };
  }
}

interface TailedCut extends SectionCut {
  readonly tail: EntryTail | undefined;
}

function isSameTail(a: EntryTail | undefined, b: EntryTail | undefined): boolean {
  return a?.closers === b?.closers && a?.isLast === b?.isLast;
}

interface TakenId {
  readonly id: SectionId;
  /** True when the key stands twice in one map. */
  readonly isDuplicate: boolean;
}

/** Hands out ids once: further sections at the same pointer get `~2`, `~3`, which no JSON pointer contains. */
class SectionIds {
  readonly #uri: string;
  readonly #taken = new Map<SectionId, number>();
  /** The keys met under the header that is open at each depth. */
  readonly #keys: Set<string>[] = [];

  constructor(uri: string) {
    this.#uri = uri;
  }

  take({ pointer }: SectionCut): TakenId {
    const id = sectionIdOf(this.#uri, pointer);
    const count = (this.#taken.get(id) ?? 0) + 1;
    this.#taken.set(id, count);
    return { id: count === 1 ? id : `${id}~${count}`, isDuplicate: this.#isRepeated(pointer) };
  }

  #isRepeated(pointer: readonly string[]): boolean {
    const name = pointer.at(-1);
    if (name === undefined) return false;
    this.#keys.length = Math.min(this.#keys.length, pointer.length);
    const keys = this.#keys[pointer.length - 1] ?? new Set<string>();
    this.#keys[pointer.length - 1] = keys;
    const isRepeated = keys.has(name);
    keys.add(name);
    return isRepeated;
  }
}

function isHeader({ role }: SectionCut): boolean {
  return role === 'header' || role === 'preamble';
}

function isMarkedDuplicate({ key, problems }: TreeSection): boolean {
  return problems.some(({ code, span }) => code === 'duplicate-key' && span.start === key?.span.start);
}

/** True when an alias of the section needs an anchor that stands in another one. */
function refersAcross({ text: own, problems }: TreeSection, text: string): boolean {
  return problems.some(
    ({ code, span }) => code === 'unknown-alias' && text.includes(`&${own.slice(span.start + 1, span.end)}`),
  );
}

/** A string of its own: a slice would keep every earlier version of an edited file in memory. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
