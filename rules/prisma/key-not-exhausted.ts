import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { rowKeys } from '#rules/checklist.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql } from '#rules/sources.ts';
import { entryWords, plannedColumns, steadyModelWords } from '#rules/words/steady-models.ts';

export const keyNotExhausted = localRule({
  id: 'prisma/key-not-exhausted',
  summary: 'Number rows that never stop coming by BigInt.',
  why: 'An Int ends at 2 147 483 647. Rolled back inserts use up numbers, too, and when the last one is taken every insert fails; the change to BigInt then rewrites the largest table there is, while nothing can be written.',
  item: rowKeys,
  references: [postgresql('Numeric Types', 'datatype-numeric.html#DATATYPE-SERIAL')],
  severity: 'info',
  recommended: true,
  options: {
    models: {
      default: steadyModelWords,
      description: 'Last words of the names of models whose rows never stop coming.',
    },
  },
  examples: [
    {
      title: 'Views of pages, numbered by Int',
      bad: `model PageView {
  «id»        Int      @id @default(autoincrement())
  url       String
  visitorId String
  viewedAt  DateTime @default(now())
}
`,
      good: `model PageView {
  id        BigInt   @id @default(autoincrement())
  url       String
  visitorId String
  viewedAt  DateTime @default(now())
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { models }) {
    if (!isTable(model)) return;
    const id = model.fields.find(isNumbered);
    const most = id && mostRows(id);
    if (id === undefined || most === undefined) return;
    const isSmall = most < 2_000_000_000;
    if (isSmall ? isLookupModel(model, scope) : !isSteady(model, models)) return;
    // SQLite numbers rows by 64 bits whatever the type says.
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (provider === 'sqlite' || provider === 'mongodb' || (provider === 'cockroachdb' && !isSmall)) return;
    const type = isSmall ? `a ${nativeTypeOf(id)?.name}` : 'an Int';
    yield {
      span: id.name.span,
      message: `\`${model.name.value}.${id.name.value}\` is ${type}: it ends at ${most.toLocaleString('en-US')} rows. ${remedy(isSmall, provider, model, scope)}`,
      cause: {
        key: isSmall ? 'small' : 'int',
        message: (count) => `${count} keys of models that keep growing are too small.`,
      },
    };
  },
});

function isNumbered(field: PrismaField): boolean {
  const value = defaultOf(field);
  const isKey = attributeOf(field, 'id') !== undefined && field.type.value === 'Int';
  return isKey && value?.kind === 'call' && value.name === 'autoincrement';
}

const mostByType: ReadonlyMap<string, number> = new Map([
  ['SmallInt', 32_767],
  ['Int2', 32_767],
  ['UnsignedSmallInt', 65_535],
  ['TinyInt', 127],
  ['UnsignedTinyInt', 255],
  ['MediumInt', 8_388_607],
  ['UnsignedMediumInt', 16_777_215],
]);

/** Undefined for a type that is large enough. */
function mostRows(id: PrismaField): number | undefined {
  const native = nativeTypeOf(id)?.name;
  if (native === 'UnsignedInt') return undefined;
  return mostByType.get(native ?? '') ?? 2_147_483_647;
}

/** Rows of logs and messages; a concert is an event, too, and a saved view a view. */
function isSteady({ name, fields }: PrismaModel, models: readonly string[]): boolean {
  const words = wordsOf(name.value);
  const isJoined = models.some(
    (word) => word.length > 3 && words.at(-1)?.endsWith(word) === true && /logs?$/.test(word),
  );
  const isEntry = words.length > 1 && entryWords.has(words.at(-1) ?? '');
  if (!models.includes((isEntry ? words.at(-2) : words.at(-1)) ?? '') && !isJoined) return false;
  return !fields.some((field) => plannedColumns.has(foldedName(field.name.value)));
}

function remedy(isSmall: boolean, provider: string | undefined, model: PrismaModel, scope: Scope): string {
  if (isSmall) return 'Leave the native type out, here and in the columns that refer to it.';
  const isReferred = model.fields.some((field) => field.isList && modelOf(field, scope));
  const others = isReferred ? ', as the columns that refer to it' : '';
  const byHand =
    provider === 'postgresql'
      ? ' (on a table that is there, write BIGINT into the migration: Prisma writes BIGSERIAL, which fails)'
      : '';
  return `Make it a BigInt${others}${byHand}.`;
}
