import { type Completion, type CompletionKind, completion } from '#core/ask/complete/completion.ts';
import type { Cut } from '#core/ask/complete/cut.ts';
import type { PrismaNames } from '#core/ask/complete/prisma/prisma-names.ts';
import type { PrismaSpot } from '#core/ask/complete/prisma/prisma-spot.ts';
import { literal, plainOf } from '#core/ask/complete/snippet.ts';

/** What proposals in a Prisma schema are made from. */
export interface PrismaPlace extends PrismaSpot {
  readonly names: PrismaNames;
  readonly cut: Cut;
  /** How the file breaks lines. */
  readonly newline: '\n' | '\r\n';
}

type Words = Partial<Pick<Completion, 'detail' | 'about' | 'isAskedOn' | 'isDeprecated'>>;

/** A word that stands as it is. */
export function wordProposal(
  { word }: Pick<PrismaSpot, 'word'>,
  kind: CompletionKind,
  label: string,
  words: Words = {},
): Completion {
  return completion({ kind, label, edit: { span: word, newText: label }, ...words });
}

/** Something with stops for the cursor. */
export function snippetProposal(
  { word }: Pick<PrismaSpot, 'word'>,
  kind: CompletionKind,
  label: string,
  snippet: string,
  words: Words = {},
): Completion {
  return completion({ kind, label, edit: { span: word, newText: plainOf(snippet) }, snippet, ...words });
}

/** A text in quotes, where it does not stand between them already. */
export function textProposal(spot: PrismaSpot, label: string, words: Words = {}): Completion {
  const newText = `${spot.isQuoted ? '' : '"'}${label}${spot.isQuoted && spot.isClosed ? '' : '"'}`;
  return completion({ kind: 'value', label, edit: { span: spot.word, newText }, snippet: literal(newText), ...words });
}

/** What follows the word already, brackets or a colon, is not written again. */
export function besideNext({ next }: Pick<PrismaSpot, 'next'>, all: readonly Completion[]): readonly Completion[] {
  const name = nameBefore.get(next);
  if (name === undefined) return all;
  const byText = new Map<string, Completion>();
  for (const each of all) {
    const bare = bareOf(each, name);
    if (!byText.has(bare.edit.newText)) byText.set(bare.edit.newText, bare);
  }
  return [...byText.values()];
}

/** So much of a proposal stands before what follows. */
const nameBefore: ReadonlyMap<string, RegExp> = new Map([
  ['(', /^[@\w.]+(?=\()/],
  ['[', /^\w+:?(?= ?\[)/],
  [':', /^\w+(?=:)/],
]);

function bareOf(each: Completion, name: RegExp): Completion {
  const newText = name.exec(each.edit.newText)?.[0];
  if (newText === undefined) return each;
  return { ...each, edit: { ...each.edit, newText }, snippet: undefined, isAskedOn: false };
}

/** With a comma where another argument follows. */
export function withComma({ behind: { comma } }: Pick<PrismaSpot, 'behind'>, each: Completion): Completion {
  if (comma === '') return each;
  const { edit, snippet } = each;
  const newText = `${edit.newText}${comma}`;
  return { ...each, edit: { ...edit, newText }, snippet: snippet === undefined ? undefined : `${snippet}${comma}` };
}
