import type { Completion } from '#core/ask/complete/completion.ts';
import { type PrismaPlace, snippetProposal, wordProposal } from '#core/ask/complete/prisma/prisma-proposal.ts';
import { type ScalarType, scalarTypes } from '#core/prisma/field.ts';
import type { NamedBlock } from '#core/prisma/named-block.ts';
import { singularOf } from '#core/text/english.ts';

const meanings: { readonly [T in ScalarType]: string } = {
  String: 'Text of any length.',
  Boolean: '`true` or `false`.',
  Int: 'A whole number of 32 bits.',
  BigInt: 'A whole number of 64 bits.',
  Float: 'A number with a floating point: not for money.',
  Decimal: 'An exact decimal number.',
  DateTime: 'A point in time.',
  Json: 'A JSON value.',
  Bytes: 'Bytes.',
};

/** The types a field may have; those its name tells first. */
export function typeProposals(place: PrismaPlace, field: string): readonly Completion[] {
  const { names, cut } = place;
  const named = (kind: NamedBlock['kind']) => cut.of(names.namesOf(kind), (name) => name);
  const blocks = [
    ...named('prisma.model').map((name) => wordProposal(place, 'model', name, { detail: 'model' })),
    ...named('prisma.type').map((name) => wordProposal(place, 'type', name, { detail: 'type' })),
    ...named('prisma.named-type').map((name) => wordProposal(place, 'type', name, { detail: names.detailOf(name) })),
    ...named('prisma.enum').map((name) => wordProposal(place, 'enum', name, { detail: 'enum' })),
  ];
  const wanted = new Set([field, singularOf(field)].map((name) => name.toLowerCase()));
  const isMeant = ({ label }: Completion) => wanted.has(label.toLowerCase());
  const lists = blocks.filter((each) => isMeant(each) && each.label.toLowerCase() !== field.toLowerCase());
  return [
    ...lists.map(({ label, kind }) => wordProposal(place, kind, `${label}[]`, { detail: 'list' })),
    ...blocks.filter(isMeant),
    ...scalarTypes.map((type) => wordProposal(place, 'type', type, { about: meanings[type] })),
    ...blocks.filter((each) => !isMeant(each)),
    snippetProposal(place, 'type', 'Unsupported', 'Unsupported("$1")', {
      about: 'A type of the database that Prisma does not know.',
    }),
  ];
}
