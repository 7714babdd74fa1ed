import type { DifferProvider } from '../prisma-differ.ts';

/** Two versions of a model with the field `a`, and of an enum. */
export interface SchemaChange {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

export const model = (body: string, name = 'T', more = ''): string =>
  `model ${name} {\n  id Int @id\n  kept String?\n  other DateTime?\n${body}${more}}\n`;
const roles = 'enum R {\n  A\n  B\n}\n';

const fieldChanges: readonly (readonly [string, string, string])[] = [
  ['a new name', '  name String?\n', '  fullName String?\n'],
  ['a new name with its column', '  name String?\n', '  fullName String? @map("name")\n'],
  ['a column with a name', '  name String?\n', '  name String? @map("nm")\n'],
  ['another name for the column', '  name String? @map("a")\n', '  name String? @map("b")\n'],
  ['the field of a column with a new name', '  name String? @map("a")\n', '  title String? @map("a")\n'],
  ['a field less', '  name String?\n', ''],
  ['a field more', '', '  name String?\n'],
  ['optional', '  a Int\n', '  a Int?\n'],
  ['a default', '  a Int\n', '  a Int @default(0)\n'],
  ['Int to BigInt', '  a Int?\n', '  a BigInt?\n'],
  ['BigInt to Int', '  a BigInt?\n', '  a Int?\n'],
  ['Int to Decimal', '  a Int?\n', '  a Decimal?\n'],
  ['Int to Float', '  a Int?\n', '  a Float?\n'],
  ['Float to Decimal', '  a Float?\n', '  a Decimal?\n'],
  ['String to Int', '  a String?\n', '  a Int?\n'],
  ['Int to String', '  a Int?\n', '  a String?\n'],
  ['String to DateTime', '  a String?\n', '  a DateTime?\n'],
  ['DateTime to String', '  a DateTime?\n', '  a String?\n'],
  ['Boolean to Int', '  a Boolean?\n', '  a Int?\n'],
  ['Boolean to String', '  a Boolean?\n', '  a String?\n'],
  ['Json to String', '  a Json?\n', '  a String?\n'],
  ['String to Json', '  a String?\n', '  a Json?\n'],
  ['String to an enum', '  a String?\n', '  a R?\n'],
  ['an enum to String', '  a R?\n', '  a String?\n'],
  ['an index more', '  a Int?\n', '  a Int?\n  @@index([a])\n'],
  ['two fields for two others', '  a Int?\n  b String?\n', '  c Int?\n  d String?\n'],
  ['the order of fields', '  a Int?\n  b String?\n', '  b String?\n  a Int?\n'],
  ['a comment', '  a Int?\n', '  /// What it is.\n  a Int?\n'],
  ['one that the client ignores', '  a Int?\n', '  a Int? @ignore\n'],
];

/** Types that only PostgreSQL has all of. */
const postgresqlFields: readonly (readonly [string, string, string])[] = [
  ['Int to a UUID', '  a Int?\n', '  a String? @db.Uuid\n'],
  ['String to a UUID', '  a String?\n', '  a String? @db.Uuid\n'],
  ['a VARCHAR to a UUID', '  a String? @db.VarChar(36)\n', '  a String? @db.Uuid\n'],
  ['a UUID to String', '  a String? @db.Uuid\n', '  a String?\n'],
  ['String to an address', '  a String?\n', '  a String? @db.Inet\n'],
  ['bits to bits', '  a String? @db.Bit(3)\n', '  a String? @db.VarBit(3)\n'],
  ['a date to a time', '  a DateTime? @db.Date\n', '  a DateTime? @db.Time\n'],
  ['a time to a date and time', '  a DateTime? @db.Time\n', '  a DateTime?\n'],
  ['a time to one of a zone', '  a DateTime? @db.Time\n', '  a DateTime? @db.Timetz\n'],
  ['a date to a date and time', '  a DateTime? @db.Date\n', '  a DateTime?\n'],
  ['String to a VARCHAR', '  a String?\n', '  a String? @db.VarChar(9)\n'],
  ['bits to more bits', '  a String? @db.Bit(3)\n', '  a String? @db.Bit(4)\n'],
  ['a list as one text', '  a String[]\n', '  a String?\n'],
  ['a list of numbers as a number', '  a Int[]\n', '  a Int?\n'],
  ['a list of an enum as one text', '  a R[]\n', '  a String?\n'],
  ['JSON to JSON as text', '  a Json?\n', '  a Json? @db.Json\n'],
];

/** Types that only CockroachDB has all of. */
const cockroachFields: readonly (readonly [string, string, string])[] = [
  ['a text that may be longer', '  a String? @db.String(20)\n', '  a String? @db.String(30)\n'],
  ['a text with a length', '  a String?\n', '  a String? @db.String(20)\n'],
  ['a text as it was, in words', '  a String?\n', '  a String? @db.String\n'],
  ['a smaller number', '  a Int?\n', '  a Int? @db.Int2\n'],
  ['a number as it was, in words', '  a Int?\n', '  a Int? @db.Int4\n'],
  ['more digits', '  a Decimal? @db.Decimal(10, 2)\n', '  a Decimal? @db.Decimal(12, 2)\n'],
  ['digits as they were, in words', '  a Decimal?\n', '  a Decimal? @db.Decimal(65, 30)\n'],
  ['a zone', '  a DateTime?\n', '  a DateTime? @db.Timestamptz(3)\n'],
  ['a time as it was, in words', '  a DateTime?\n', '  a DateTime? @db.Timestamp(3)\n'],
  ['a list as one text', '  a Int[]\n', '  a String?\n'],
  ['a list of an enum as one text', '  a R[]\n', '  a String?\n'],
  ['a small number as a BigInt', '  a Int? @db.Int2\n', '  a BigInt?\n'],
];

const pair = (posts: string, tags: string, more = ''): string =>
  `model Post {\n  id Int @id\n  ${tags}\n}\nmodel Tag {\n  id Int @id\n  ${posts}\n}\n${more}`;
const tagged = (columns: readonly [string, string], more = ''): string => `model Tagged {
  postId Int${columns[0]}
  tagId  Int${columns[1]}
  post   Post @relation(fields: [postId], references: [id], onDelete: Cascade)
  tag    Tag  @relation(fields: [tagId], references: [id], onDelete: Cascade)
  @@id([postId, tagId])
${more}}
`;

export const joinChanges: readonly SchemaChange[] = [
  {
    title: 'a relation of many to many with a name',
    before: pair('posts Post[]', 'tags Tag[]'),
    after: pair('posts Post[] @relation("x")', 'tags Tag[] @relation("x")'),
  },
  {
    title: 'a relation of many to many with the name it has',
    before: pair('posts Post[]', 'tags Tag[]'),
    after: pair('posts Post[] @relation("PostToTag")', 'tags Tag[] @relation("PostToTag")'),
  },
  {
    title: 'a relation of many to many with other fields',
    before: pair('posts Post[]', 'tags Tag[]'),
    after: pair('articles Post[]', 'labels Tag[]'),
  },
  {
    title: 'a model for what joined many to many',
    before: pair('posts Post[]', 'tags Tag[]'),
    after: pair('posts Tagged[]', 'tags Tagged[]', tagged(['', ''])),
  },
  {
    title: 'a model for what joined many to many, and its table',
    before: pair('posts Post[]', 'tags Tag[]'),
    after: pair('posts Tagged[]', 'tags Tagged[]', tagged([' @map("A")', ' @map("B")'], '  @@map("_PostToTag")\n')),
  },
  {
    title: 'one of two models of many to many with a new name',
    before: pair('posts Post[]', 'tags Tag[]'),
    after: pair('posts Post[]', 'tags Label[]').replace('model Tag {', 'model Label {\n  @@map("Tag")'),
  },
  {
    title: 'one relation of many to many more',
    before: pair('posts Post[]', 'tags Tag[]'),
    after: pair('posts Post[]\n  pins Post[] @relation("pins")', 'tags Tag[]\n  pins Tag[] @relation("pins")'),
  },
];

const asChanges = (fields: readonly (readonly [string, string, string])[]): readonly SchemaChange[] =>
  fields.map(([title, a, b]) => ({ title, before: roles + model(a), after: roles + model(b) }));

export const postgresqlChanges = asChanges(postgresqlFields);

export const cockroachChanges = asChanges(cockroachFields);

export const schemaChanges: readonly SchemaChange[] = [
  ...fieldChanges.map(([title, a, b]) => ({ title, before: roles + model(a), after: roles + model(b) })),
  { title: 'a model with a new name', before: model('  a Int?\n'), after: model('  a Int?\n', 'U') },
  {
    title: 'a model with a new name and its table',
    before: model('  a Int?\n'),
    after: model('  a Int?\n', 'U', '  @@map("T")\n'),
  },
  { title: 'a table with a name', before: model('  a Int?\n'), after: model('  a Int?\n', 'T', '  @@map("t")\n') },
  { title: 'a model less', before: model('') + model('  b Int?\n', 'U'), after: model('') },
  { title: 'a model more', before: model(''), after: model('') + model('  b Int?\n', 'U') },
  {
    title: 'a model that the client ignores',
    before: model('  a Int?\n'),
    after: model('  a Int?\n', 'T', '  @@ignore\n'),
  },
  {
    title: 'a field less of a model that the client ignores now',
    before: model('  a Int?\n'),
    after: model('', 'T', '  @@ignore\n'),
  },
  {
    title: 'another enum',
    before: `${roles}${model('  a R?\n')}`,
    after: `${roles.replace('enum R', 'enum S')}${model('  a S?\n')}`,
  },
  {
    title: 'an enum with another name, and its own in the database',
    before: `${roles}${model('  a R?\n')}`,
    after: `${roles.replace('enum R', 'enum S').replace('  B\n', '  B\n  @@map("R")\n')}${model('  a S?\n')}`,
  },
  {
    title: 'a value less',
    before: `${roles}${model('  a R?\n')}`,
    after: `${roles.replace('  B\n', '')}${model('  a R?\n')}`,
  },
  {
    title: 'a value more',
    before: `${roles}${model('  a R?\n')}`,
    after: `${roles.replace('  B\n', '  B\n  C\n')}${model('  a R?\n')}`,
  },
  {
    title: 'a value with a new name and its own in the database',
    before: `${roles}${model('  a R?\n')}`,
    after: `${roles.replace('  B\n', '  C @map("B")\n')}${model('  a R?\n')}`,
  },
];

/** The schema of a database. */
export function withDatasource(text: string, provider: DifferProvider): string {
  return `datasource db {\n  provider = "${provider}"\n}\n\n${text}`;
}
