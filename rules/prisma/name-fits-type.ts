import { isScalarType, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { columnValues } from '#rules/checklist.ts';
import { isMirror } from '#rules/detectors/prisma/mirror-model.ts';
import { deletionFlagOf } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const nameFitsType = localRule({
  id: 'prisma/name-fits-type',
  summary: 'Give a field the type its name promises.',
  why: '`isActive` is read as yes or no. Where it is a number or a text, `if (user.isActive)` is true for `"false"` and for `-1`, and every reader has to know what the values are.',
  item: columnValues,
  references: [
    prismaDocumentation('Model field scalar types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'info',
  recommended: true,
  options: {
    allowed: { default: [], description: 'Names of fields that stay as they are.' },
  },
  examples: [
    {
      title: 'A flag that is a text, and a time that is a flag',
      bad: `model User {
  id         Int     @id
  «isActive»   String
  «hasPaid»    Int     @default(0)
  «verifiedAt» Boolean @default(false)
}
`,
      good: `model User {
  id         Int       @id
  isActive   Boolean
  hasPaid    Boolean   @default(false)
  verifiedAt DateTime?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { allowed }) {
    if (!isTable(model) || isMirror(model)) return;
    const deletion = deletionFlagOf(model);
    for (const field of model.fields) {
      const { name, type } = field;
      if (field === deletion || field.isList || allowed.includes(name.value) || !isKnown(field, scope)) continue;
      const promised = promisedType(field);
      if (promised === undefined) continue;
      yield {
        span: name.span,
        message: `\`${model.name.value}.${name.value}\` reads as ${promised}, and is ${/^[AEIOU]/.test(type.value) ? 'an' : 'a'} ${type.value}.`,
        cause: { key: promised, message: (count) => `${count} fields read as ${promised}, and are something else.` },
      };
    }
  },
});

function isKnown(field: PrismaField, scope: Scope): boolean {
  return isScalarType(field.type.value) || enumOf(field, scope) !== undefined;
}

/** What the name says and the type denies; undefined where both agree, or the name says nothing for sure. */
function promisedType(field: PrismaField): string | undefined {
  const words = wordsOf(field.name.value);
  const [first = '', second] = words;
  const last = words.at(-1) ?? '';
  const type = field.type.value;
  if (type === 'Boolean') return words.length > 1 && isTimeName(field, last) ? 'a time' : undefined;
  const isNumberOrText = ['String', 'Int', 'BigInt', 'SmallInt', 'Float', 'Decimal'].includes(type);
  // Oracle and old MySQL schemas keep flags in one character.
  if (!isNumberOrText || second === undefined || nativeTypeOf(field)?.name === 'Bit') return undefined;
  return flagWords.has(first) && !valueWords.has(last) && !(first === 'has' && second === 'id')
    ? 'yes or no'
    : undefined;
}

/** `verifiedAt`, `paid_at`; “sendAt” says when, “lookAt” at what. */
function isTimeName({ name }: PrismaField, last: string): boolean {
  const words = wordsOf(name.value);
  return (
    last === 'at' &&
    /(?:ed|en|sent|paid|read|seen|begun|made|lost|sold|left|put|set|done)$/.test(words.at(-2) ?? '') &&
    !flagWords.has(words[0] ?? '')
  );
}

const flagWords: ReadonlySet<string> = wordSet('is has can should was are');

/** Last words of names that hold a value all the same: “isActiveCount”, “canEditRole”. */
const valueWords: ReadonlySet<string> = wordSet(
  'count number total id ids reason by type code value status date at time level label text name key hash role roles until since version',
);
