import { copyOf } from '#core/text/copy-of.ts';
import type { SectionId } from '#core/text/section.ts';
import { cutJson, type JsonCut } from '#core/tree/cut/cut-json.ts';
import { cutYaml } from '#core/tree/cut/cut-yaml.ts';
import { isReadFrom, readSection, type SectionParts } from '#core/tree/cut/read-section.ts';
import type { Outline } from '#core/tree/outline.ts';
import type { TreeDocument, TreeLanguage, TreeSection } from '#core/tree/section.ts';
import { type SectionCut, tailOf, wholeCut } from '#core/tree/section-cut.ts';
import { SectionIds } from '#core/tree/section-ids.ts';
import { treeDocument } from '#core/tree/tree-document.ts';
import { cost, Pace } from '#core/work/pace.ts';
import { finish, type Steps } from '#core/work/steps.ts';

export interface TreeSource {
  readonly uri: string;
  readonly text: string;
  readonly language: TreeLanguage;
  readonly outline: Outline;
}

/**
 * Cuts a YAML or JSON file into sections and reads them. The sections' texts, joined, are the file. With `previous`, a
 * section whose text did not change is the same object as before.
 * Law: `cutDocument(b, cutDocument(a))` equals `cutDocument(b)`.
 */
export function cutDocument(source: TreeSource, previous?: TreeDocument): TreeDocument {
  return finish(cutDocumentSteps(source, previous));
}

/** The same, in steps: one for each section that is read, some more for what is looked through. */
export function* cutDocumentSteps(source: TreeSource, previous?: TreeDocument): Steps<TreeDocument> {
  const isSameFile =
    previous?.uri === source.uri && previous.language === source.language && previous.outline === source.outline;
  const assembler = new SectionAssembler(source, isSameFile ? previous : undefined);
  const { cuts, isByLines } = yield* cut(source);
  return (yield* assembler.assemble(cuts, isByLines)) ?? (yield* assembler.assembleWhole());
}

function* cut({ text, language, outline }: TreeSource): Steps<JsonCut> {
  return language === 'json'
    ? yield* cutJson(text, outline)
    : { cuts: yield* cutYaml(text, outline), isByLines: false };
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
  *assemble(cuts: readonly SectionCut[], isCutByLines: boolean): Steps<TreeDocument | undefined> {
    const { uri, language, outline, text } = this.#source;
    const ids = new SectionIds(uri);
    const sections: TreeSection[] = [];
    const pace = new Pace();
    for (const [index, cut] of cuts.entries()) {
      const end = cuts[index + 1]?.start ?? text.length;
      const tail = language === 'json' ? tailOf(cuts, index) : undefined;
      const section = this.#section({ cut, tail, text: text.slice(cut.start, end), taken: ids.take(cut.pointer) });
      if (section !== this.#known.get(section?.id ?? '') || pace.isDue(cost.looked)) yield;
      if (section === undefined || (cut.role !== 'whole' && refersAcross(section, text))) return undefined;
      sections.push(section);
    }
    return treeDocument(
      { uri, language, outline, text, isCutByLines },
      sections,
      cuts.map(({ start }) => start),
    );
  }

  *assembleWhole(): Steps<TreeDocument> {
    const whole = yield* this.assemble(wholeCut, false);
    if (whole === undefined) throw new Error('A whole file is always one section.');
    return whole;
  }

  #section(parts: Omit<SectionParts, 'uri' | 'language'>): TreeSection | undefined {
    const { uri, language } = this.#source;
    const known = this.#known.get(parts.taken.id);
    if (known !== undefined && isReadFrom(known, parts)) return known;
    return readSection({ ...parts, uri, language, text: this.#isAfresh ? parts.text : copyOf(parts.text) });
  }
}

/** True when an alias of the section needs an anchor that stands in another one. */
function refersAcross({ text: own, problems }: TreeSection, text: string): boolean {
  return problems.some(
    ({ code, span }) => code === 'unknown-alias' && text.includes(`&${own.slice(span.start + 1, span.end)}`),
  );
}
