import type { KeyedFacts } from '#core/judge-unit.ts';
import type { Section } from '#core/rule.ts';

/**
 * True when two lists of facts say the same of the same section, so that comparing them again gives the same findings at
 * the same places. A section of YAML or JSON in a fact names a place: only its id counts, what a comparison needs of its
 * text is a fact of its own. Facts that hold more than plain data (views) never count as the same.
 */
export function sameFacts(before: KeyedFacts | undefined, after: KeyedFacts | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before.active !== after.active || before.facts.length !== after.facts.length) return false;
  return before.facts.every(({ section, value }, index) => {
    const other = after.facts[index];
    return other !== undefined && other.section.id === section.id && samePlain(value, other.value, deepest);
  });
}

/** Deep enough for an example in a fix, and an end for data that holds itself. */
const deepest = 16;

function samePlain(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => samePlain(item, b[index], depth - 1));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  if (isSection(a) && isSection(b)) return isSameSection(a, b);
  // In the same order, too: values in fixes are written in theirs.
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && samePlain(property(a, key), property(b, key), depth - 1))
  );
}

/** Edits of Prisma are made from the text around them. */
function isSameSection(a: Section, b: Section): boolean {
  return a.id === b.id && a.kind === b.kind && (a.kind === 'tree' || a.text === b.text);
}

function isSection(value: object): value is Section {
  return 'problems' in value && 'id' in value && 'text' in value;
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}

function property(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
