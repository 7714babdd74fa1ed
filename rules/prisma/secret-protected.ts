import { attributeOf } from '#core/prisma/attribute.ts';
import { mappedName } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { secrets } from '#rules/checklist.ts';
import { fieldStyle, styledName } from '#rules/detectors/prisma/field-style.ts';
import { isForeignRow } from '#rules/detectors/prisma/foreign-row.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { plainSecretKind, type SecretKind } from '#rules/detectors/prisma/plain-secret.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isSignInTable } from '#rules/detectors/prisma/sign-in-table.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';

export const secretProtected = localRule({
  id: 'prisma/secret-protected',
  summary: 'Store secrets hashed or encrypted, and say so in the schema.',
  why:
    'A backup, a replica or one SQL injection reveals every secret that is stored in plain text. Passwords and tokens are only compared: hash them. Encrypt keys that a program has to read again. ' +
    'A name such as `passwordHash`, `tokenHash` or `apiKeyEncrypted`, or a comment, keeps the next developer from writing the plain value.',
  item: secrets,
  references: [
    {
      title: 'OWASP Password Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    },
    {
      title: 'OWASP Cryptographic Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A password of which nothing says that it is hashed',
      bad: `model User {
  id       Int    @id @default(autoincrement())
  email    String @unique
  «password» String
}
`,
      good: `model User {
  id           Int    @id @default(autoincrement())
  email        String @unique
  passwordHash String @map("password")
}
`,
    },
    {
      title: 'Keys, tokens and numbers',
      bad: `model Integration {
  id            Int     @id @default(autoincrement())
  «apiKey»        String
  «refresh_token» String?
  «ssn»           String?
}
`,
      good: `model Integration {
  id                   Int     @id @default(autoincrement())
  apiKeyEncrypted      String
  refreshTokenEncrypted String?
  ssn                  String? /// Encrypted.
}
`,
    },
    {
      title: 'Named as most of its columns',
      bad: `model User {
  id                   Int       @id @default(autoincrement())
  email                String    @unique
  «password»             String
  lastLoginAt          DateTime?
  lockedAt             DateTime?
  failed_logins        Int       @default(0)
}
`,
      good: `model User {
  id                   Int       @id @default(autoincrement())
  email                String    @unique
  passwordHash         String @map("password")
  lastLoginAt          DateTime?
  lockedAt             DateTime?
  failed_logins        Int       @default(0)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const found = model.fields.flatMap((field) => {
      const kind = plainSecretKind(field, model);
      return kind === undefined ? [] : [{ field, kind }];
    });
    if (found.length === 0 || !isTable(model) || isForeignRow(model)) return;
    if (isLibraryTable(model, scope) || isSignInTable(model, scope)) return;
    for (const { field, kind } of found) {
      const fix = kind === 'password' ? nameFix(field, model, scope) : undefined;
      yield {
        span: field.name.span,
        message: `Nothing says that \`${model.name.value}.${field.name.value}\` is ${states[kind]}.${fix === undefined ? ` ${advices[kind]}` : ''}`,
        ...(fix && { fixes: [fix] }),
        cause: {
          key: kind,
          message: (count) => `Nothing says that ${count} ${manyOf[kind]} are ${states[kind]}.`,
        },
      };
    }
  },
});

const states: { readonly [K in SecretKind]: string } = {
  password: 'a hash',
  key: 'hashed or encrypted',
  token: 'hashed or encrypted',
  number: 'encrypted',
};

const manyOf: { readonly [K in SecretKind]: string } = {
  password: 'passwords',
  key: 'passwords and keys',
  token: 'tokens',
  number: 'personal numbers',
};

const advices: { readonly [K in SecretKind]: string } = {
  password: 'Store a slow hash (Argon2id, scrypt, bcrypt), in a column that is called so.',
  key: 'Hash what is only compared, encrypt what is shown to others, and say which in its name or a comment.',
  token: 'Hash what is only compared, encrypt what is shown to others, and say which in its name or a comment.',
  number: 'Encrypt it, or store only what is shown, such as the last four digits.',
};

/** Calls it what it should be; the column stays. None where other parts of the model name the field. */
function nameFix(field: PrismaField, model: PrismaModel, scope: Scope): Fix | undefined {
  const { value } = field.name;
  const name = value === 'password' ? nameLike(model, scope) : undefined;
  const isNamed = indexesOf(model).some(({ fields }) => fields.some((column) => column.value === value));
  const isTaken = model.fields.some((other) => name !== undefined && foldedName(other.name.value) === foldedName(name));
  if (name === undefined || isNamed || isTaken) return undefined;
  return prismaFix(
    `Call \`${field.name.value}\` \`${name}\`, in the same column (code that hashes it is yours to check)`,
    'review',
    field.section,
    rewriteField(field, { name, ...mapOf(field) }),
  );
}

function mapOf(field: PrismaField): { readonly added?: string } {
  const isMapped = mappedName(field) !== undefined || attributeOf(field, 'map') !== undefined;
  return isMapped ? {} : { added: `@map("${field.name.value}")` };
}

function nameLike(model: PrismaModel, scope: Scope): string {
  return styledName(['password', 'hash'], fieldStyle(siblingModels(model, scope)));
}
