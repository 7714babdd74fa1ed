import type { PrismaField } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { numberedNameWords } from '#rules/words/numbered-names.ts';

export const noRepeatingGroup = localRule({
  id: 'prisma/no-repeating-group',
  summary: 'Keep repeated values in rows of their own, not in numbered columns.',
  why: 'Numbered columns have room for so many values and no more, need every query to look into each of them, and cannot say that two of them must differ. A table of its own has none of that (first normal form).',
  item: normalisation,
  references: [
    {
      title: 'E. F. Codd, A Relational Model of Data for Large Shared Data Banks (1970), §1.4',
      url: 'https://doi.org/10.1145/362384.362685',
    },
  ],
  severity: 'warning',
  recommended: true,
  options: {
    words: {
      default: numberedNameWords,
      description: 'Words before a number that is a part of the name, such as the lines of an address.',
    },
  },
  examples: [
    {
      title: 'Telephone numbers in numbered columns',
      bad: `model Customer {
  id     Int     @id @default(autoincrement())
  name   String
  «phone1» String?
  phone2 String?
  phone3 String?
}
`,
      good: `model Customer {
  id     Int     @id @default(autoincrement())
  name   String
  phones Phone[]
}

model Phone {
  id         Int      @id @default(autoincrement())
  number     String
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId Int
}
`,
    },
    {
      title: 'A first column without number',
      bad: `model Product {
  id       Int     @id @default(autoincrement())
  «imageUrl» String?
  imageUrl2 String?
  imageUrl3 String?
}
`,
      good: `model Product {
  id     Int      @id @default(autoincrement())
  images String[]
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    if (!isTable(model)) return;
    const columns = model.fields.filter((field) => modelOf(field, scope) === undefined);
    for (const { stem, fields } of numberedGroups(columns, words)) {
      const [first] = fields;
      if (first === undefined) continue;
      yield {
        span: first.name.span,
        message: `${model.name.value} repeats \`${stem}\` in ${fields.length} columns: ${fields.map(({ name }) => name.value).join(', ')}. Make them rows of a model of their own.`,
      };
    }
  },
});

/** A second telephone number or e-mail address is that, and no list; a third one asks for a fourth. */
const enough = 3;

interface NumberedGroup {
  readonly stem: string;
  readonly fields: readonly PrismaField[];
}

/** Three columns or more of one type whose names differ only in a number, counted up from 0 or 1, or from the name without one. */
function numberedGroups(columns: readonly PrismaField[], words: readonly string[]): readonly NumberedGroup[] {
  const groups = new Map<string, { readonly stem: string; readonly members: Map<number, PrismaField> }>();
  for (const field of columns) {
    const { stem, of, number } = numbered(field.name.value);
    if (field.isList || of.length < 3 || isName(wordsOf(of).at(-1) ?? '', words) || isKind(field, of)) continue;
    const key = `${stem} ${field.type.value}`;
    const group = groups.get(key) ?? { stem, members: new Map() };
    groups.set(key, group);
    group.members.set(number, field);
  }
  return [...groups.values()].flatMap(({ stem, members }) => {
    const isGroup = members.size >= enough && isCounted([...members.keys()].sort((a, b) => a - b));
    return isGroup ? [{ stem, fields: [...members.values()] }] : [];
  });
}

/** “kcF1” and “lossF2” are called so, as are the lines of an address: a letter and its number are one name. */
function isName(word: string, words: readonly string[]): boolean {
  return word.length === 1 || words.includes(word);
}

/** A flag for each of several kinds that are called by numbers: `soc2Type1`, `diabetesType2`, `hazardClass3`. */
function isKind({ type }: PrismaField, stem: string): boolean {
  return type.value === 'Boolean' && /(?:type|class|category|stage|phase)_?$/i.test(stem);
}

/** `phone_2` → `phone` and 2, `image2Url` → `image…Url` and 2; without a number, 1. */
function numbered(name: string): { readonly stem: string; readonly of: string; readonly number: number } {
  const [, of = name, digits, rest = ''] = /^(.*?[^\d_])_?(\d{1,2})((?:_[a-z]|[A-Z])[A-Za-z_]+)?$/.exec(name) ?? [];
  return { stem: rest === '' ? of : `${of}…${rest}`, of, number: digits === undefined ? 1 : Number(digits) };
}

function isCounted(numbers: readonly number[]): boolean {
  const [first = 0] = numbers;
  return first <= 1 && numbers.every((number, index) => number === first + index);
}
