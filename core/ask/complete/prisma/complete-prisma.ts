import { type Completion, type Completions, completions, noCompletions } from '#core/ask/complete/completion.ts';
import { Cut } from '#core/ask/complete/cut.ts';
import { argumentProposals } from '#core/ask/complete/prisma/prisma-arguments.ts';
import { blockAttributes, fieldAttributes, valueAttributes } from '#core/ask/complete/prisma/prisma-attributes.ts';
import { blockProposals } from '#core/ask/complete/prisma/prisma-blocks.ts';
import { readMember } from '#core/ask/complete/prisma/prisma-member.ts';
import { blockOfText, PrismaNames, schemaOfText } from '#core/ask/complete/prisma/prisma-names.ts';
import { besideNext, type PrismaPlace } from '#core/ask/complete/prisma/prisma-proposal.ts';
import { settingProposals } from '#core/ask/complete/prisma/prisma-settings.ts';
import { prismaSpot } from '#core/ask/complete/prisma/prisma-spot.ts';
import { typeProposals } from '#core/ask/complete/prisma/prisma-types.ts';
import { detectDialect } from '#core/prisma/dialect.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';

/** A Prisma file as it is typed. */
export interface TypedPrisma {
  readonly uri: string;
  readonly text: string;
  /** The schema it is part of, as it was last read; undefined where nobody has read it yet. */
  readonly schema: PrismaSchema | undefined;
}

/** What can be written at an offset of a Prisma file: only the line, and the block it stands in, are read anew. */
export function completePrisma({ uri, text, schema }: TypedPrisma, offset: number): Completions {
  const dialect = detectDialect({ uri, text });
  const spot = prismaSpot(text, offset, dialect);
  if (spot === undefined) return noCompletions;
  const written = spot.block === undefined ? '' : text.slice(spot.block.span.start, spot.block.span.end);
  const names = new PrismaNames(schema ?? schemaOfText(uri, text), blockOfText(uri, written, dialect), spot.namespace);
  const cut = new Cut(text.slice(spot.word.start, offset));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const place: PrismaPlace = { ...spot, names, cut, newline };
  return completions(besideNext(place, proposals(place, written)), cut);
}

function proposals(place: PrismaPlace, written: string): readonly Completion[] {
  const { block, before, isQuoted } = place;
  if (block === undefined) return isQuoted ? [] : blockProposals(place);
  const { keyword } = block;
  if (keyword === 'datasource' || keyword === 'generator') return settingProposals(place, keyword, written);
  return before.length === 0 && !isQuoted ? blockAttributes(place, keyword) : inMember(place, keyword);
}

function inMember(place: PrismaPlace, keyword: string): readonly Completion[] {
  const member = readMember(place.before);
  if (member.brackets.length > 0) return argumentProposals(place, member);
  if (place.isQuoted || member.name === '') return [];
  if (keyword === 'enum') return valueAttributes(place, member);
  return member.type === '' ? typeProposals(place, member.name) : fieldAttributes(place, member);
}
