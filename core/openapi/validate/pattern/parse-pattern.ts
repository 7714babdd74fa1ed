import { anyButLineEnd, type CharacterSet, oneCode } from '#core/openapi/validate/pattern/character-set.ts';
import { PatternCursor, PatternNotRead } from '#core/openapi/validate/pattern/pattern-cursor.ts';
import { readClass, readSetEscape } from '#core/openapi/validate/pattern/read-character-set.ts';

/** What a pattern says, as a tree. */
export type PatternNode =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'assertion'; readonly at: PatternPlace }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  /** `most` may be infinite. */
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

export type PatternPlace = 'start' | 'end' | 'word-border' | 'within-word';

/**
 * Reads a pattern of ECMA-262 (§22.2.1), with the leniency of its annex B towards escapes that mean the character itself. Undefined
 * for what is no pattern, and for what cannot be matched in linear time: references back, and looking ahead or behind.
 */
export function parsePattern(source: string): PatternNode | undefined {
  const cursor = new PatternCursor(source);
  try {
    const node = readChoice(cursor, 0);
    return cursor.isAtEnd ? node : undefined;
  } catch (error) {
    if (error instanceof PatternNotRead) return undefined;
    throw error;
  }
}

/** So much of a pattern is looked at for how often something is repeated. */
const longestCount = 40;

/** Groups lie no deeper. */
const deepest = 50;

function readChoice(cursor: PatternCursor, depth: number): PatternNode {
  if (depth > deepest) throw new PatternNotRead();
  const first = readSequence(cursor, depth);
  if (cursor.peek() !== '|') return first;
  const branches = [first];
  while (cursor.take('|')) branches.push(readSequence(cursor, depth));
  return { kind: 'choice', branches };
}

function readSequence(cursor: PatternCursor, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (!cursor.isAtEnd && cursor.peek() !== '|' && cursor.peek() !== ')') parts.push(readTerm(cursor, depth));
  return { kind: 'sequence', parts };
}

function readTerm(cursor: PatternCursor, depth: number): PatternNode {
  const part = readAtom(cursor, depth);
  const times = readQuantifier(cursor);
  if (times === undefined) return part;
  if (part.kind === 'assertion') throw new PatternNotRead();
  // How much is taken first does not matter to whether all is.
  cursor.take('?');
  return { kind: 'repeat', part, ...times };
}

function readAtom(cursor: PatternCursor, depth: number): PatternNode {
  const character = cursor.next();
  switch (character) {
    case '^':
      return { kind: 'assertion', at: 'start' };
    case '$':
      return { kind: 'assertion', at: 'end' };
    case '(':
      return readGroup(cursor, depth);
    case '[':
      return { kind: 'character', set: readClass(cursor) };
    case '.':
      return { kind: 'character', set: anyButLineEnd };
    case '\\':
      return readEscape(cursor);
    case '*':
    case '+':
    case '?':
      throw new PatternNotRead();
    default:
      return { kind: 'character', set: oneCode(character.codePointAt(0) ?? 0) };
  }
}

function readGroup(cursor: PatternCursor, depth: number): PatternNode {
  if (cursor.take('?') && !cursor.take(':')) {
    const isNamed = cursor.take('<') && cursor.peek() !== '=' && cursor.peek() !== '!';
    if (!isNamed) throw new PatternNotRead();
    cursor.takeUntil('>');
  }
  const inner = readChoice(cursor, depth + 1);
  if (cursor.next() !== ')') throw new PatternNotRead();
  return inner;
}

function readEscape(cursor: PatternCursor): PatternNode {
  if (cursor.take('b')) return { kind: 'assertion', at: 'word-border' };
  if (cursor.take('B')) return { kind: 'assertion', at: 'within-word' };
  return { kind: 'character', set: readSetEscape(cursor) };
}

function readQuantifier(cursor: PatternCursor): { readonly least: number; readonly most: number } | undefined {
  if (cursor.take('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (cursor.take('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (cursor.take('?')) return { least: 0, most: 1 };
  const isCount = cursor.peek() === '{' && /^\d$/.test(cursor.peek(1));
  // Elsewhere a brace is a character.
  if (!isCount) return undefined;
  const counted = /^\{(\d+)(?:(,)(\d*))?\}/.exec(cursor.ahead(longestCount));
  if (counted === null) throw new PatternNotRead();
  const [text, from, comma, to = ''] = counted;
  cursor.skip(text.length);
  const least = Number(from);
  const most = comma === undefined ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to);
  if (most < least) throw new PatternNotRead();
  return { least, most };
}
