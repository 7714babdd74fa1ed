import type { Random } from '../../support/random.ts';
import { happens, pickFrom, someOf } from './chance.ts';

/** A description and a schema of Prisma 8 in two files: models of one name in several namespaces, and types that have names. */
export function namespacedSchema(random: Random): { readonly contract: string; readonly types: string } {
  const blocks = [
    ...namespaces.map((name) => namespace(name, random)),
    model('User', '', random),
    model('Note', '', random),
    'enum Level {\n  LOW = "l"\n  HIGH = "h"\n}\n',
  ].filter(() => happens(random, 0.8));
  return {
    contract: `// use prisma-8\n\ndatasource db {\n  provider = "postgresql"\n}\n\n${blocks.join('\n')}`,
    types: `// use prisma-8\n\ntypes {\n${someOf(random, named, 6).join('')}}\n\nnative_enum State {\n  on = "on"\n}\n`,
  };
}

const namespaces = ['auth', 'shop'];

const named = [
  '  Email = String @db.VarChar(191)\n',
  '  Key = Int\n',
  '  Key = String @db.Uuid\n',
  '  Money = Float\n',
  '  Moment = DateTime @default(now())\n',
  '  Rank = Level @default(LOW)\n',
  '  Note = String\n',
  '  Role = Rank\n',
];

function namespace(name: string, random: Random): string {
  const role = happens(random, 0.5) ? '  enum Role {\n    ADMIN = "a"\n  }\n\n' : '';
  const models = ['User', 'Order'].map((each) => model(each, '  ', random)).join('\n');
  return `namespace ${name} {\n${role}${models}}\n`;
}

const userTypes = ['User', 'auth.User', 'shop.User', 'other:auth.User', 'Note'];

const columns = [
  'email Email @unique',
  'total Money',
  'createdAt Moment',
  'rank Rank',
  'role Role?',
  'state State',
  'level Level @default(HIGH)',
  'tags Email[]',
];

function model(name: string, indent: string, random: Random): string {
  const type = pickFrom(random, userTypes) ?? 'User';
  const optional = happens(random, 0.3) ? '?' : '';
  const cascade = happens(random, 0.4) ? ', onDelete: Cascade' : '';
  const lines = [
    'id Key @id',
    ...someOf(random, columns, 5),
    `owner ${type}${optional} @relation(fields: [ownerId], references: [id]${cascade})`,
    `ownerId ${pickFrom(random, ['Key', 'Int', 'String @db.Uuid'])}${optional}`,
    ...(happens(random, 0.5) ? [`users ${pickFrom(random, userTypes)}[]`] : []),
    ...(happens(random, 0.5) ? ['', '@@index([ownerId])'] : []),
  ];
  const body = lines.map((line) => (line === '' ? '\n' : `${indent}  ${line}\n`)).join('');
  return `${indent}model ${name} {\n${body}${indent}}\n`;
}
