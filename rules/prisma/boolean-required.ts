import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { columnValues } from '#rules/checklist.ts';
import { isCopy } from '#rules/detectors/prisma/copied-model.ts';
import { isLooseRow } from '#rules/detectors/prisma/loose-row.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { gettingVerbs, knownFlags, openWords, optedWords, settingVerbs } from '#rules/words/known-flags.ts';

export const booleanRequired = localRule({
  id: 'prisma/boolean-required',
  summary: 'Let a flag be true or false, not missing.',
  why: 'An optional Boolean has three states. `where: { isActive: false }` misses the rows without one, `NOT isActive` too, and each reader decides anew what nothing means.',
  item: columnValues,
  references: [prismaDocumentation('Filtering on null', 'prisma-client/special-fields-and-types/null-and-undefined')],
  severity: 'info',
  recommended: true,
  options: {
    words: { default: [...knownFlags], description: 'Last words of the names of flags that are set or not.' },
  },
  examples: [
    {
      title: 'A flag that may be missing',
      bad: `model User {
  id       Int      @id
  «isAdmin»  Boolean?
  joinedAt DateTime
}
`,
      good: `model User {
  id       Int      @id
  isAdmin  Boolean  @default(false)
  joinedAt DateTime
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    if (!isTable(model) || wordsOf(model.name.value).some((word) => openWords.has(word))) return;
    if (isCopy(model, scope) || isLooseRow(model)) return;
    for (const field of model.fields) {
      if (field.type.value !== 'Boolean' || !field.isOptional || attributeOf(field, 'ignore') !== undefined) continue;
      if (!isFlag(field, words) || isExplained(field, model)) continue;
      // With a default it is a column that has a value already: another rule tells of it.
      if (attributeOf(field, 'default') !== undefined) continue;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` may be true, false or missing.`,
        ...(isFalseAtFirst(field) && {
          fixes: [
            prismaFix(
              `Make \`${model.name.value}.${field.name.value}\` required, false by default (the migration fails while rows have none)`,
              'review',
              model.section,
              rewriteField(field, { isOptional: false, added: '@default(false)' }),
            ),
          ],
        }),
        cause: {
          key: 'missing',
          message: (count) => `${count} flags may be true, false or missing.`,
          fixTitle: (count) =>
            `Make ${count} flags required, false by default (the migration fails while rows have none)`,
        },
      };
    }
  },
});

function isFlag({ name }: PrismaField, flags: readonly string[]): boolean {
  const words = wordsOf(name.value);
  if (words.some((word) => openWords.has(word))) return false;
  if (isOption(words) || (words.length > 1 && settingVerbs.has(words[0] ?? ''))) return true;
  if (words.at(-1) === 'enabled' && words.length < 4) return true;
  return flags.includes(words.at(-1) ?? '') && (words.length === 1 || words[0] === 'is' || words.length === 2);
}

/** As “marketing opt in”, “email_optout”, “accepts marketing”, “email notifications”. */
function isOption(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length === 2 && optedWords.has(last) && (gettingVerbs.has(first) || optedWords.has(first))) return true;
  const [, what] = /^(?:(.*)_)?opt_?(?:in|out)$/.exec(words.join('_')) ?? [];
  return (
    /^opt_?(?:in|out)$/.test(words.join('_')) || (what !== undefined && optedWords.has(what.split('_').at(-1) ?? ''))
  );
}

/** What is there, shown or in use is so by default, mostly: nobody knows for sure. */
function isFalseAtFirst({ name }: PrismaField): boolean {
  return !/(?:active|enabled|visible|public|required|default)$/i.test(name.value);
}

function isExplained({ span, documentation }: PrismaField, { section: { text } }: PrismaModel): boolean {
  const comments = `${documentation} ${commentsAbove(text, span)} ${commentBehind(text, span)}`;
  return /null|unknown|unset|undecided|inherit|undefined|not (?:yet|set)|tri-?state|fall\w* back/i.test(comments);
}
