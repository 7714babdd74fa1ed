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

/** A word that stands as it is; nothing else where it is in quotes already. */
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
  const newText = spot.isQuoted ? label : `"${label}"`;
  return completion({ kind: 'value', label, edit: { span: spot.word, newText }, snippet: literal(newText), ...words });
}
