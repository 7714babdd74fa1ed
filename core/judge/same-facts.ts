import type { KeyedFacts } from '#core/judge/judge-unit.ts';
import type { SpanMoves } from '#core/judge/span-moves.ts';
import type { Keyed, Section } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { isPlaced } from '#core/tree/tree-nodes.ts';

/**
 * True when two lists of facts say the same of the same section, so that comparing them again gives the same findings, at
 * places that may have moved: those are put into `moves`. A section of YAML or JSON in a fact names a place: only its id
 * counts, what a comparison needs of its text is a fact of its own. Facts that hold more than plain data (views) never
 * count as the same.
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
function sameFact(section: Section, before: Keyed, after: Keyed, moves: SpanMoves): boolean {
  moves.addSection(section.id);
  const [old, now] = [property(before, 'span'), property(after, 'span')];
  if (!isSpan(old) || !isSpan(now) || !isPlain(before) || !isPlain(after))
    return samePlain(before, after, deepest, moves);
  const own = property(before, 'section');
  moves.addSpan(typeof own === 'object' && own !== null && isSection(own) ? own.id : section.id, old, now);
  return samePlain({ ...before, span: undefined }, { ...after, span: undefined }, deepest, moves);
}

/** Deep enough for an example in a fix, and an end for data that holds itself. */
const deepest = 16;

function samePlain(a: unknown, b: unknown, depth: number, moves: SpanMoves): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (depth === 0) return a === b;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => samePlain(item, b[index], depth - 1, moves));
  }
  if (isPlain(a) && isPlain(b) && isSection(a) && isSection(b)) {
    moves.addSection(a.id);
    return isSameSection(a, b);
  }
  if (a === b) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  // In the same order, too: values in fixes are written in theirs.
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && samePlain(property(a, key), property(b, key), depth - 1, moves))
  );
}

/** Edits of Prisma are made from the text around them. */
function isSameSection(a: Section, b: Section): boolean {
  return a.id === b.id && a.kind === b.kind && (a.kind === 'tree' || a.text === b.text);
}

function isSection(value: object): value is Section {
  return 'problems' in value && 'id' in value && 'text' in value;
}

function isSpan(value: unknown): value is Span {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return false;
  return typeof value.start === 'number' && typeof value.end === 'number';
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype || isPlaced(value);
}

function property(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
