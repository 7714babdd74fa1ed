import { insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { secrets } from '#rules/checklist.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { creationTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { columnLine } from '#rules/fixes/prisma/column-line.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import {
  endingModels,
  endingTokenWords,
  endingWords,
  endlessWords,
  shownColumns,
} from '#rules/words/short-lived-credentials.ts';

export const credentialExpires = localRule({
  id: 'prisma/credential-expires',
  summary: 'Store when sessions, reset tokens and codes expire.',
  why:
    'A link to reset a password that never ends opens the account to whoever finds the mail years later, and sessions without an end can only be ended one by one. An end in the row is ' +
    'checked in the same query, can differ from row to row, and lets a job delete what is over.',
  item: secrets,
  references: [
    {
      title: 'OWASP Forgot Password Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
    },
    {
      title: 'OWASP Session Management Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A token that never ends',
      bad: `model User {
  id     Int                  @id @default(autoincrement())
  email  String               @unique
  resets PasswordResetToken[]
}

model «PasswordResetToken» {
  id        Int      @id @default(autoincrement())
  tokenHash String   @unique
  user      User     @relation(fields: [userId], references: [id])
  userId    Int
  createdAt DateTime @default(now())

  @@index([userId])
}
`,
      good: `model User {
  id     Int                  @id @default(autoincrement())
  email  String               @unique
  resets PasswordResetToken[]
}

model PasswordResetToken {
  id        Int       @id @default(autoincrement())
  tokenHash String    @unique
  user      User      @relation(fields: [userId], references: [id])
  userId    Int
  createdAt DateTime  @default(now())
  expiresAt DateTime?

  @@index([userId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isCredential(model) || !isTable(model) || model.fields.some(isEnd)) return;
    if (
      isLibraryTable(model, scope) ||
      commentsSay(model.section.text, /\bexpir|\bttl\b|\bvalid (?:for|until)\b|\bredis\b|\bnever\b/i)
    )
      return;
    yield {
      span: model.name.span,
      message: `${model.name.value} has no expiry: a leaked token works forever.`,
      fixes: [endFix(model, scope)],
    };
  },
});

/** What somebody shows to get in, by the model's name and a column for it. */
function isCredential(model: PrismaModel): boolean {
  const words = wordsOf(model.name.value).map(singularOf);
  if (words.some((word) => endlessWords.has(word)) || isSecondFactor(words)) return false;
  const names = new Set(model.fields.map(({ name }) => foldedName(name.value)));
  const isShown = [...names].some((name) => shownColumns.has(name));
  if (endingModels.includes(words.join(''))) return true;
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  // A code to sign up with may hold for all.
  if (last === 'code' && (before.includes('invitation') || before.includes('invite'))) return false;
  if (last === 'token' || last === 'code') return isShown && before.some((word) => endingTokenWords.has(word));
  if (last === 'invitation' || last === 'invite') return isShown;
  return last === 'session' && isSignedIn(before, names, isShown, model);
}

/** The codes somebody keeps for the day the phone is lost. */
function isSecondFactor(words: readonly string[]): boolean {
  return (
    words.join(' ').endsWith('recovery code') && !words.some((word) => /^(?:account|password|email|login)$/.test(word))
  );
}

/** The session of a user: not one of a training, and not one of a visitor that is only counted. */
function isSignedIn(
  before: readonly string[],
  names: ReadonlySet<string>,
  isShown: boolean,
  model: PrismaModel,
): boolean {
  const isNamed = before.every((word) =>
    ['user', 'auth', 'login', 'web', 'browser', 'admin', 'account', 'customer'].includes(word),
  );
  const isOfDevice = names.has('useragent') && (names.has('ip') || names.has('ipaddress'));
  return isNamed && (isShown || isOfDevice) && foreignKeysOf(model).length + (names.has('userid') ? 1 : 0) > 0;
}

function isEnd({ name }: PrismaModel['fields'][number]): boolean {
  return wordsOf(name.value).some((word) => endingWords.has(word)) || endingWords.has(foldedName(name.value));
}

function endFix(model: PrismaModel, scope: Scope): Fix {
  const siblings = siblingModels(model, scope);
  const line = columnLine('expiresAt', 'DateTime?', siblings);
  return prismaFix(
    `Add \`${line.name}\` to ${model.name.value} (rows that are there get none)`,
    'review',
    model.section,
    ...insertFieldsEdits(model, [line], creationTimeOf(model)?.name.value),
  );
}
