import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { columnValues } from '#rules/checklist.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { owasp } from '#rules/sources.ts';
import { leastRoles, membershipWords, powerFlags, powerfulRoles } from '#rules/words/powers.ts';

export const defaultRoleLeast = localRule({
  id: 'prisma/default-role-least',
  summary: 'Let nobody be an administrator by default.',
  why: 'A default is what a row gets that nobody thought of: an import, a new sign-up form, a test. Where that is the highest role, one forgotten field hands out all rights, and nothing fails.',
  item: columnValues,
  references: [owasp(5)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Whoever is added is an administrator',
      bad: `enum Role {
  ADMIN
  EDITOR
  VIEWER
}

model Member {
  id   Int    @id
  name String
  role Role   @default(«ADMIN»)
}
`,
      good: `enum Role {
  ADMIN
  EDITOR
  VIEWER
}

model Member {
  id   Int    @id
  name String
  role Role   @default(VIEWER)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    // Who is in a table of administrators is one.
    if (!isTable(model) || wordsOf(model.name.value).some((word) => powerfulRoles.has(word) || word === 'staff'))
      return;
    for (const field of model.fields) {
      const power = powerByDefault(field, scope);
      if (power === undefined || attributeOf(field, 'ignore') !== undefined || isExplained(field, model)) continue;
      const { value, span, least } = power;
      const fix = least === undefined ? undefined : fixFor(field, span, least);
      yield {
        span,
        message: `\`${model.name.value}.${field.name.value}\` is \`${value}\` by default: a row that is made without it gets all rights.`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

interface Power {
  readonly value: string;
  readonly span: Span;
  /** What should stand there, as it is written; undefined where nobody can tell. */
  readonly least: string | undefined;
}

function powerByDefault(field: PrismaField, scope: Scope): Power | undefined {
  const value = defaultOf(field);
  const names = foldedName(field.name.value);
  if (value?.kind === 'path' && field.type.value === 'Boolean')
    return value.value === 'true' && powerFlags.has(names)
      ? { value: 'true', span: value.span, least: 'false' }
      : undefined;
  if ((value?.kind !== 'path' && value?.kind !== 'string') || !isRole(field)) return undefined;
  const isPowerful = (role: string): boolean => isPowerfulIn(field.model.value, role);
  if (!isPowerful(value.value)) return undefined;
  if (value.kind === 'string')
    return field.type.value === 'String' ? { value: value.value, span: value.span, least: undefined } : undefined;
  const values = enumOf(field, scope)?.values.map(({ name }) => name.value) ?? [];
  const lower = values.filter((one) => !isPowerful(one));
  const least = lower.filter((one) => leastRoles.has(foldedName(one)));
  return lower.length === 0
    ? undefined
    : { value: value.value, span: value.span, least: least.length === 1 ? least[0] : undefined };
}

function isPowerfulIn(model: string, role: string): boolean {
  const name = foldedName(role);
  return powerfulRoles.has(name) || (name === 'owner' && wordsOf(model).some((word) => membershipWords.has(word)));
}

/** As “role”, “team role”, or of the type “OrgRole”. */
function isRole({ name, type }: PrismaField): boolean {
  return [name.value, type.value].some((one) => roleNames.has(wordsOf(one).at(-1) ?? ''));
}

const roleNames: ReadonlySet<string> = new Set(['role', 'permission', 'privilege', 'privileges', 'rights']);

/** The row of whoever founded a team, or a table of administrators alone. */
function isExplained({ span, documentation }: PrismaField, { section: { text } }: PrismaModel): boolean {
  const comments = `${documentation} ${commentsAbove(text, span)} ${commentBehind(text, span)}`;
  return /default|first|creator|founder|owner|only|sign-?up/i.test(comments);
}

function fixFor(field: PrismaField, span: Span, least: string): Fix {
  const named = `${field.model.value}.${field.name.value}`;
  return prismaFix(`Make \`${named}\` \`${least}\` by default`, 'review', field.section, { span, newText: least });
}
