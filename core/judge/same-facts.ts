import type { KeyedFacts } from '#core/judge/judge-unit.ts';
import type { SpanMoves } from '#core/judge/span-moves.ts';
import { languageOf } from '#core/language-of.ts';
import type { Keyed } from '#core/rule.ts';
import { isSection, type Section } from '#core/text/section.ts';

/**
 * True when two lists of facts say the same of the same section, so that comparing them again gives the same findings, at
 * places that may have moved: those are put into `moves`. A section of YAML or JSON in a fact names a place: only its id
 * counts, what a comparison needs of its text is a fact of its own.
 */
export function sameFacts(before: KeyedFacts | undefined, after: KeyedFacts | undefined, moves: SpanMoves): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before.active !== after.active || before.facts.length !== after.facts.length) return false;
  return before.facts.every(({ section, value }, index) => {
    const other = after.facts[index];
    if (other === undefined || other.section.id !== section.id) return false;
    return sameFact(section, value, other.value, moves);
  });
}

/** Only what a rule itself calls `span` is a place, in the section it names or was gathered from: further in lie values that users wrote. */
function sameFact(gatheredFrom: Section, before: Keyed, after: Keyed, moves: SpanMoves): boolean {
  moves.addSection(gatheredFrom.id);
  const { span: old, ...own } = before;
  const { span: now, ...other } = after;
  if (old === undefined || now === undefined) return samePlain(before, after, deepest, moves);
  moves.addSpan((before.section ?? gatheredFrom).id, old, now);
  return samePlain(own, other, deepest, moves);
}

/** Deep enough for an example in a fix, and an end for data that holds itself. */
const deepest = 16;

function samePlain(a: unknown, b: unknown, depth: number, moves: SpanMoves): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (depth === 0) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => samePlain(item, b[index], depth - 1, moves));
  }
  if (isSection(a) && isSection(b)) {
    moves.addSection(a.id);
    return isSameSection(a, b);
  }
  if (a === b) return true;
  // In the same order, too: values in fixes are written in theirs.
  const [parts, others] = [Object.entries(a), Object.entries(b)];
  return (
    parts.length === others.length &&
    parts.every(([key, part], index) => {
      const [otherKey, other] = others[index] ?? [];
      return key === otherKey && samePlain(part, other, depth - 1, moves);
    })
  );
}

/** Edits of text are made from the text around them, and written into the very section they name. */
function isSameSection(a: Section, b: Section): boolean {
  return a === b || (a.id === b.id && a.kind === b.kind && languageOf(a).changesValues === true);
}
