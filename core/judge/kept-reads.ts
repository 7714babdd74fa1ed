import type { Judgement } from '#core/judge/judge-unit.ts';
import { isSection, type SectionId } from '#core/text/section.ts';
import { keyOf, type ReadKey } from '#core/work/read.ts';

/** The keys of what a judgement keeps of other sections than its own: the places that findings and facts name, which may move. */
export function keptReads({ unit, findings, facts }: Judgement): ReadonlySet<ReadKey> {
  const search = new KeptSearch(unit.section.id);
  for (const { section, finding } of findings) {
    search.addSection(section.id);
    for (const related of finding.related ?? []) search.addSection(related.section.id);
    if (finding.cause?.place !== undefined) search.addSection(finding.cause.place.section.id);
  }
  for (const { facts: gathered } of facts.values()) for (const { value } of gathered) search.addFact(value, deepest);
  return search.keys;
}

/** Facts are flat; deeper lie values that users wrote. */
const deepest = 8;

class KeptSearch {
  readonly keys = new Set<ReadKey>();
  readonly #own: SectionId;

  constructor(own: SectionId) {
    this.#own = own;
  }

  addSection(id: SectionId): void {
    if (id !== this.#own) this.keys.add(keyOf({ kind: 'details', id }));
  }

  addFact(value: object, depth: number): void {
    if (depth === 0) return;
    if (Array.isArray(value)) for (const part of value) this.#addPart(part, depth - 1);
    else if (isSection(value)) this.addSection(value.id);
    else for (const name in value) this.#addPart(value[name as keyof typeof value], depth - 1);
  }

  #addPart(part: unknown, depth: number): void {
    if (typeof part === 'object' && part !== null) this.addFact(part, depth);
  }
}
