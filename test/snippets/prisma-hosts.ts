import { prismaErrors as errorsOf } from '../core/prisma/prisma-oracle.ts';

/** The providers a schema is written for, with the native types its fields have. */
const hosts = {
  postgresql: { id: 'String @id @default(uuid()) @db.Uuid', moment: 'DateTime @db.Timestamptz(3)' },
  mysql: { id: 'Int    @id @default(autoincrement())', moment: 'DateTime' },
  sqlite: { id: 'String @id @default(uuid())', moment: 'DateTime' },
  sqlserver: { id: 'Int    @id @default(autoincrement())', moment: 'DateTime' },
  mongodb: { id: 'String @id @default(auto()) @map("_id") @db.ObjectId', moment: 'DateTime' },
  cockroachdb: { id: 'BigInt @id @default(autoincrement())', moment: 'DateTime' },
} as const;

export type HostProvider = keyof typeof hosts;
export const hostProviders: readonly HostProvider[] = [
  'postgresql',
  'mysql',
  'sqlite',
  'sqlserver',
  'mongodb',
  'cockroachdb',
];

/** A schema with two models, clean under every rule. */
export function prismaHost(provider: HostProvider): string {
  const { id, moment } = hosts[provider];
  return `// The shop.
generator client {
  provider = "prisma-client"
  output   = "../generated"
}

datasource db {
  provider = "${provider}"
}

/// Someone who buys.
model Customer {
  id        ${id}
  name      String // as on the invoice
  createdAt ${moment} @default(now())
  updatedAt ${moment} @updatedAt
}

model Note {
  id        ${id}
  title     String
  createdAt ${moment} @default(now())
  updatedAt ${moment} @updatedAt

  @@index([createdAt])
}
`;
}

/** Schemas with a style of their own, clean under every rule; `line` is one of a model patterns can be put into. */
export const styledHosts = {
  'snake case': {
    line: 'full_name  String',
    text: `datasource db {
  provider = "postgresql"
}

model shop_user {
  id         Int      @id @default(autoincrement())
  full_name  String
  created_at DateTime @default(now()) @db.Timestamptz(6)
  updated_at DateTime @default(now()) @updatedAt @db.Timestamptz(6)

  order_lines order_line[]
}

model order_line {
  id          Int       @id @default(autoincrement())
  unit_count  Int
  shop_user_id Int
  shop_user   shop_user @relation(fields: [shop_user_id], references: [id])
  created_at  DateTime  @default(now()) @db.Timestamptz(6)
  updated_at  DateTime  @default(now()) @updatedAt @db.Timestamptz(6)

  @@index([shop_user_id])
}
`,
  },
  'mapped columns and tables on MySQL, without foreign keys': {
    line: 'fullName  String',
    text: `datasource db {
  provider     = "mysql"
  relationMode = "prisma"
}

model User {
  id        String   @id @default(cuid()) @db.Char(25)
  fullName  String   @map("full_name")
  createdAt DateTime @default(now()) @map("created_at") @db.DateTime(0)
  updatedAt DateTime @updatedAt @map("updated_at") @db.DateTime(0)

  @@map("users")
}

model Voucher {
  id        String   @id @default(cuid()) @db.Char(25)
  ownCode   String   @map("own_code")
  createdAt DateTime @default(now()) @map("created_at") @db.DateTime(0)
  updatedAt DateTime @updatedAt @map("updated_at") @db.DateTime(0)

  @@map("vouchers")
}
`,
  },
  'PostgreSQL without foreign keys': {
    line: 'fullName  String',
    text: `datasource db {
  provider     = "postgresql"
  relationMode = "prisma"
}

model User {
  id        String   @id @default(uuid())
  fullName  String
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
}
`,
  },
} as const;

/** What Prisma itself holds against a schema. */
export function prismaErrors(text: string): readonly string[] {
  return errorsOf([['schema.prisma', text]]);
}
