import { hasKeepIndicator } from '#core/tree/cut/yaml-keys.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';

/** How many sections of a file have what matters to others. */
export interface SectionTally {
  /** Those with an alias whose anchor stands nowhere: one that comes elsewhere would join them. */
  readonly lacksAnchor: number;
  /** Those with a YAML block scalar that may own the blank lines behind it. */
  readonly keepsBlanks: number;
}

const tallies = new WeakMap<TreeDocument, SectionTally>();

/** Counted once for a file; afterwards each edit counts what it replaces. */
export function tallyOf(document: TreeDocument): SectionTally {
  const known = tallies.get(document);
  if (known !== undefined) return known;
  const tally = addTo({ lacksAnchor: 0, keepsBlanks: 0 }, document.sections, 1);
  tallies.set(document, tally);
  return tally;
}

/** The document, its sections counted by what came and went. */
export function withTally(
  document: TreeDocument,
  before: SectionTally,
  removed: readonly TreeSection[],
  added: readonly TreeSection[],
): TreeDocument {
  tallies.set(document, addTo(addTo(before, removed, -1), added, 1));
  return document;
}

/** True when a section may hold a YAML block scalar that keeps its last line breaks. */
export function mayKeepBlanks(section: TreeSection): boolean {
  if (section.language === 'json') return false;
  const known = keepIndicators.get(section);
  if (known !== undefined) return known;
  const keeps = hasKeepIndicator(section.text);
  keepIndicators.set(section, keeps);
  return keeps;
}

const keepIndicators = new WeakMap<TreeSection, boolean>();

function addTo(tally: SectionTally, sections: readonly TreeSection[], sign: 1 | -1): SectionTally {
  let { lacksAnchor, keepsBlanks } = tally;
  for (const section of sections) {
    if (section.problems.some(({ code }) => code === 'unknown-alias')) lacksAnchor += sign;
    if (mayKeepBlanks(section)) keepsBlanks += sign;
  }
  return { lacksAnchor, keepsBlanks };
}
