import { lint } from '@prisma/prisma-schema-wasm';

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
  text      String
  createdAt ${moment} @default(now())
  updatedAt ${moment} @updatedAt

  @@index([createdAt])
}
`;
}

/** What Prisma itself holds against a schema. */
export function prismaErrors(text: string): readonly string[] {
  const diagnostics: readonly { readonly is_warning: boolean; readonly text: string }[] = JSON.parse(
    lint(JSON.stringify([['schema.prisma', text]])),
  );
  return diagnostics.filter(({ is_warning }) => !is_warning).map(({ text: message }) => message);
}
