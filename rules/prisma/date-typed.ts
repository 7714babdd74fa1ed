import { attributeOf } from '#core/prisma/attribute.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isForeignRow } from '#rules/detectors/prisma/foreign-row.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { isLooseRow } from '#rules/detectors/prisma/loose-row.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isCreationName, isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { dayNames, endedStates, periodNames } from '#rules/words/dates-in-texts.ts';
import { timedEvents } from '#rules/words/time-names.ts';

export const dateTyped = localRule({
  id: 'prisma/date-typed',
  summary: 'Store dates and times as DateTime, not as text or numbers.',
  why:
    'A text takes `31.02.2026` and `soon`, sorts `9.1.` behind `10.1.`, and says nothing of a time zone: every query that compares, adds or groups has to parse it first, in every ' +
    'format that was ever written. A DateTime (`@db.Date` for a day) is checked when it is stored.',
  item: normalisation,
  references: [
    prismaDocumentation('DateTime', 'reference/prisma-schema-reference#datetime'),
    postgresql('Date/Time Types', 'datatype-datetime.html'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A day and a time as text',
      bad: `datasource db {
  provider = "postgresql"
}

model Customer {
  id         Int      @id
  name       String
  «birthDate»  String?
  «verifiedAt» String?
  openTime   String
  createdAt  DateTime @default(now())
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Customer {
  id         Int       @id
  name       String
  birthDate  DateTime? @db.Date
  verifiedAt DateTime?
  openTime   String
  createdAt  DateTime  @default(now())
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model)) return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    const texts = model.fields.filter((field) => isText(field) && kindOf(field) !== undefined);
    const seconds = model.fields.filter(isSeconds);
    if (texts.length + seconds.length === 0 || isForeignRow(model)) return;
    if (seconds.length > 0 && !isLibraryTable(model, scope) && !isLooseRow(model)) yield* secondsFindings(seconds);
    for (const field of texts) {
      if (says(field)) continue;
      const isDay = kindOf(field) === 'day';
      const fix = typedFix(field, model, isDay, provider);
      yield {
        span: field.name.span,
        message:
          `\`${model.name.value}.${field.name.value}\` is a ${isDay ? 'date' : 'time'} in a String, which takes any text and sorts by letters.` +
          (fix === undefined ? ' Add a DateTime column, copy the values into it, and drop this one.' : ''),
        ...(fix && { fixes: [fix] }),
        cause: {
          key: 'text',
          message: (count) => `${count} dates and times are Strings, which take any text and sort by letters.`,
        },
      };
    }
  },
});

/** A whole number with the name of a time: in seconds, since milliseconds do not fit. */
function isSeconds(field: PrismaField): boolean {
  return (
    field.type.value === 'Int' &&
    !field.isList &&
    attributeOf(field, 'ignore') === undefined &&
    kindOf(field) === 'time' &&
    !periodNames.has(foldedName(field.name.value))
  );
}

function* secondsFindings(fields: readonly PrismaField[]): Iterable<Finding> {
  for (const field of fields.filter((one) => !says(one))) {
    yield {
      span: field.name.span,
      message: `\`${field.model.value}.${field.name.value}\` is a time in an Int, whose seconds end on 19 January 2038. Add a DateTime column, copy the times into it, and drop this one.`,
      cause: {
        key: 'seconds',
        message: (count) => `${count} times are Ints, whose seconds end on 19 January 2038.`,
      },
    };
  }
}

function isText(field: PrismaField): boolean {
  return (
    field.type.value === 'String' &&
    !field.isList &&
    ['ignore', 'updatedAt'].every((name) => attributeOf(field, name) === undefined)
  );
}

/** `birthDate` is a day, `createdAt` and `paid_on` are times. `start_time` may be one of the clock, and `date` what is written on a thing. */
function kindOf({ name: { value } }: PrismaField): 'day' | 'time' | undefined {
  if (dayNames.has(foldedName(value))) return 'day';
  if (periodNames.has(foldedName(value))) return 'time';
  if (isCreationName(value) && foldedName(value) !== 'created') return 'time';
  if (isUpdateName(value) && !/^(?:updated|modified)$/.test(foldedName(value))) return 'time';
  const words = wordsOf(value);
  const [event = '', last = ''] = [words.at(-2), words.at(-1)];
  // `lockedUntil` and `bannedTill` are the ends of a state.
  if ((last === 'until' || last === 'till') && (timedEvents.has(event) || endedStates.has(event))) return 'time';
  const isMoment = last === 'at' || last === 'on' || last === 'timestamp' || last === 'datetime';
  return isMoment &&
    (last === 'at' || last === 'on' ? timedEvents.has(event) : last === 'timestamp' || words.length > 1)
    ? 'time'
    : undefined;
}

/** A comment that says why: a date of which only the year is known, a format, what another system writes. */
function says({ section: { text }, span, documentation }: PrismaField): boolean {
  const line = text.slice(text.lastIndexOf('\n', span.start) + 1, text.indexOf('\n', span.end));
  return /\/\//.test(line) || documentation !== '';
}

/** None where the column is part of a key or has a default, which would no longer fit, nor for a time of the row that some rows are without. */
function typedFix(
  field: PrismaField,
  model: PrismaModel,
  isDay: boolean,
  provider: Provider | undefined,
): Fix | undefined {
  const isKeyed = indexesOf(model).some(
    ({ kind, fields }) => kind !== 'index' && fields.some(({ value }) => value === field.name.value),
  );
  if (isKeyed || attributeOf(field, 'default') !== undefined || provider === 'mongodb' || provider === undefined)
    return undefined;
  if (field.isOptional && keptBy(field) !== undefined) return undefined;
  const native = nativeTypeOf(field)?.attribute;
  const added = isDay ? (provider === 'sqlite' ? undefined : '@db.Date') : keptBy(field);
  const using =
    provider === 'postgresql' ? ', unless you write `USING` into it' : ': copy them into a second column first';
  return prismaFix(
    `Make \`${field.name.value}\` a DateTime (the migration Prisma makes drops the column and loses its dates${using})`,
    'review',
    field.section,
    rewriteField(field, {
      type: 'DateTime',
      without: native === undefined ? [] : [native],
      ...(added !== undefined && { added }),
    }),
  );
}

/** What keeps a time of the row itself, once it is one. */
function keptBy({ name, section }: PrismaField): string | undefined {
  if (section.dialect === 'prisma8') return undefined;
  if (isCreationName(name.value)) return '@default(now())';
  return isUpdateName(name.value) ? '@updatedAt' : undefined;
}
