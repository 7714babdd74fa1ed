import { type PrismaToken, prismaTokens } from '#core/ask/complete/prisma/prisma-tokens.ts';
import { isBlank, isLineBreak } from '#core/prisma/characters.ts';

/** What follows a word within the same brackets. */
export interface PrismaRest {
  /** The names of arguments. */
  readonly given: readonly string[];
  /** The other words. */
  readonly words: readonly string[];
  /** What is written behind something that is put before it; empty where nothing needs to be. */
  readonly comma: '' | ',' | ', ';
}

export const nothingBehind: PrismaRest = { given: [], words: [], comma: '' };

/** Nothing where the brackets are not closed before `end`. */
export function restOf(text: string, start: number, end: number): PrismaRest {
  const given: string[] = [];
  const words: string[] = [];
  let depth = 0;
  const tokens = prismaTokens(text, start, end) ?? [];
  for (const [index, { kind, text: written }] of tokens.entries()) {
    if (kind !== 'mark') {
      if (depth > 0) continue;
      (tokens[index + 1]?.text === ':' ? given : words).push(written);
    } else if (written === '(' || written === '[') depth++;
    else if (written === ')' || written === ']') {
      depth--;
      if (depth < 0) return { given, words, comma: commaBefore(tokens[0], text.charCodeAt(start)) };
    }
  }
  return nothingBehind;
}

function commaBefore(first: PrismaToken | undefined, unit: number): PrismaRest['comma'] {
  if (first === undefined || (first.kind === 'mark' && first.text !== '[')) return '';
  return isBlank(unit) || isLineBreak(unit) ? ',' : ', ';
}
