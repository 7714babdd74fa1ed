import type { Completion } from '#core/ask/complete/completion.ts';
import { type PrismaPlace, snippetProposal } from '#core/ask/complete/prisma/prisma-proposal.ts';
import { choice, stop } from '#core/ask/complete/snippet.ts';
import { providers } from '#core/prisma/provider.ts';

const ids = ['Int @id @default(autoincrement())', 'String @id @default(uuid())', 'String @id @default(cuid())'];

/** What may begin between the blocks of a schema. */
export function blockProposals(place: PrismaPlace): readonly Completion[] {
  const { before, names, newline, next } = place;
  if (before.length > 0 || next !== '') return [];
  const body = (...lines: readonly string[]) => [...lines.map((line) => `  ${line}`), '}'].join(newline);
  const block = (keyword: string, name: string, about: string, ...lines: readonly string[]) =>
    snippetProposal(place, 'keyword', keyword, `${keyword} ${name} {${newline}${body(...lines)}`, { about });
  const name = stop(1, 'Name');
  const isMongo = names.provider === 'mongodb';
  const idLine = isMongo ? 'id String @id @default(auto()) @map("_id") @db.ObjectId' : `id ${choice(2, ids)}`;
  return [
    block('model', name, 'A table, or a collection: one entity of the application.', idLine, '$0'),
    block('enum', name, 'A type with a fixed set of values.', stop(0, 'VALUE')),
    ...(isMongo ? [block('type', name, 'A part of a document that has no collection of its own.', '$0')] : []),
    ...(names.previewFeatures.includes('views')
      ? [block('view', name, 'What a view of the database shows; it is read only.', '$0')]
      : []),
    ...(names.datasource === undefined
      ? [block('datasource', 'db', 'The database the schema is of.', `provider = "${choice(1, providers)}"`)]
      : []),
    block(
      'generator',
      stop(1, 'client'),
      'What is generated from the schema.',
      `provider = "${choice(2, ['prisma-client', 'prisma-client-js'])}"`,
      `output   = "${stop(3, '../generated/prisma')}"`,
    ),
  ];
}
