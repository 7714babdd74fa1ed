import { attributeOf, stringValue } from '#core/prisma/attribute.ts';
import { defaultOf, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { speaksOfForeignSystem } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { isForeignRow, isGivenId } from '#rules/detectors/prisma/foreign-row.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { listedValues } from '#rules/detectors/prisma/listed-values.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { enumName } from '#rules/fixes/prisma/enum-name.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { foreignSystems } from '#rules/words/foreign-systems.ts';
import { foreignStateWords, kindWords, stateWords } from '#rules/words/states.ts';

export const statusEnumerated = localRule({
  id: 'prisma/status-enumerated',
  summary: 'Give a status an enum, not a String.',
  why:
    'A String takes `canceled` and `cancelled`: rows with either are missed by every query for the other, and nobody can tell from the schema which values there are. The database ' +
    'refuses what is no value of an enum, and the client’s types list them.',
  item: normalisation,
  references: [
    prismaDocumentation('Enums', 'prisma-schema/data-model/models#defining-enums'),
    postgresql('Enumerated Types', 'datatype-enum.html'),
  ],
  severity: 'info',
  recommended: true,
  options: {
    words: { default: stateWords, description: 'Last words of the names of columns with a closed set of values.' },
  },
  examples: [
    {
      title: 'Values that a comment lists',
      bad: `datasource db {
  provider = "postgresql"
}

model Order {
  id     Int    @id @default(autoincrement())
  number String
  «status» String @default("pending") // pending, paid or cancelled
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Order {
  id     Int         @id @default(autoincrement())
  number String
  status OrderStatus @default(pending) // pending, paid or cancelled
}

enum OrderStatus {
  pending
  paid
  cancelled
}
`,
    },
    {
      title: 'Called as models are written',
      bad: `datasource db {
  provider = "mysql"
}

model appointments {
  id     Int    @id @default(autoincrement())
  «status» String @default("booked") @db.VarChar(20) // booked, arrived or cancelled
}
`,
      good: `datasource db {
  provider = "mysql"
}

model appointments {
  id     Int                @id @default(autoincrement())
  status appointment_status @default(booked) // booked, arrived or cancelled
}

enum appointment_status {
  booked
  arrived
  cancelled
}
`,
    },
    {
      title: 'Two enums, and a name that begins with that of the model',
      bad: `datasource db {
  provider = "postgresql"
}

model Claim {
  id        Int    @id @default(autoincrement())
  «claimType» String // accident, theft or fire
  «status»    String // open or closed
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Claim {
  id        Int         @id @default(autoincrement())
  claimType ClaimType // accident, theft or fire
  status    ClaimStatus // open or closed
}

enum ClaimType {
  accident
  theft
  fire
}

enum ClaimStatus {
  open
  closed
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const states = model.fields.filter((field) => isClosed(field, words));
    if (states.length === 0 || !isTable(model) || isForeignRow(model) || isLibraryTable(model, scope)) return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    const hasEnums = provider !== 'sqlserver' && (provider !== 'sqlite' || scope.names('prisma.enum').length > 0);
    // Prisma has enums for SQLite since 6.2 only.
    if (!hasEnums) return;
    const isGiven = isGivenId(model);
    for (const field of states) {
      if (speaksOfForeignSystem(field) || isOpenOnPurpose(field) || isBesideForeignId(field, model)) continue;
      if (isGiven && listedValues(field).length === 0) continue;
      const fix = enumFix(field, model, provider, scope);
      yield {
        span: field.name.span,
        message:
          `\`${model.name.value}.${field.name.value}\` is a String, which accepts any text.` +
          (fix === undefined ? ' Declare an enum, and copy the values into a column of that type.' : ''),
        ...(fix && { fixes: [fix] }),
        cause: {
          key: 'string',
          message: (count) => `${count} columns of statuses, types or kinds are Strings, which accept any text.`,
        },
      };
    }
  },
});

/** A status with a value by default, or whose values a comment lists; a type or kind only with the latter. */
function isClosed(field: PrismaField, closedWords: readonly string[]): boolean {
  if (field.type.value !== 'String' || field.isList || attributeOf(field, 'ignore') !== undefined) return false;
  const words = wordsOf(field.name.value);
  const last = words.at(-1) ?? '';
  if (!closedWords.includes(last) && !kindWords.has(last)) return false;
  if (words.some((word) => foreignStateWords.has(word) || foreignSystems.includes(word))) return false;
  const given = stringValue(defaultOf(field))?.value;
  if (given !== undefined && !/^[A-Za-z][\w-]*$/.test(given)) return false;
  return listedValues(field).length > 0 || (given !== undefined && closedWords.includes(last));
}

/** `stripe_account_status` beside `stripe_account_id`, which is no foreign key: what another system says of its account. */
function isBesideForeignId({ name }: PrismaField, model: PrismaModel): boolean {
  const [first, ...rest] = wordsOf(name.value);
  if (rest.length === 0) return false;
  const keys = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
  return model.fields.some((field) => {
    const words = wordsOf(field.name.value);
    const isId = words.at(-1) === 'id' && words.length > 1 && field.type.value === 'String';
    return isId && words[0] === first && !keys.has(field.name.value);
  });
}

/** A comment that says that values are added without a migration, or that the database checks them. */
function isOpenOnPurpose({ section, span, documentation }: PrismaField): boolean {
  const line = section.text.slice(section.text.lastIndexOf('\n', span.start) + 1, span.end + 200);
  return (
    /\b(?:check[- ]constrain\w*|no enum|not an enum|instead of (?:an )?enum|rather than (?:an )?enum|extensible|arbitrary|free[- ]?form|custom)\b/i.test(
      `${documentation}\n${line.split('\n')[0] ?? ''}`,
    ) || commentsSay(section.text, /\b(?:CHECK[- ]constrain\w*|TEXT rather than|rather than (?:an )?enums?)\b/)
  );
}

/** Only where a comment lists the values, and each can be one of an enum. */
function enumFix(
  field: PrismaField,
  model: PrismaModel,
  provider: Provider | undefined,
  scope: Scope,
): Fix | undefined {
  const values = listedValues(field);
  const given = stringValue(defaultOf(field))?.value;
  const name = enumName(field, model, scope);
  const isTaken = scope.find('prisma.enum', name) !== undefined || scope.find('prisma.model', name) !== undefined;
  const areNames = values.length > 1 && values.every((value) => /^[A-Za-z]\w*$/.test(value));
  const isKept = given === undefined || values.includes(given);
  const isKeyed = indexesOf(model).some(({ fields }) =>
    fields.some(({ value, ops }) => value === field.name.value && ops !== undefined),
  );
  if (isTaken || !areNames || !isKept || isKeyed || model.section.dialect === 'prisma8') return undefined;
  const attribute = attributeOf(field, 'default');
  const native = nativeTypeOf(field)?.attribute;
  const line = rewriteField(field, {
    type: name,
    without: native === undefined ? [] : [native],
    ...(attribute && { replaced: new Map([[attribute, `@default(${given ?? ''})`]]) }),
  });
  const { end } = model.span;
  const lineBreak = /\r\n|\n|\r/.exec(model.section.text)?.[0] ?? '\n';
  const lines = values.map((value) => `  ${value}`);
  const block = { span: { start: end, end }, newText: ['', '', `enum ${name} {`, ...lines, '}'].join(lineBreak) };
  const using =
    provider === 'postgresql'
      ? `, unless you write \`USING "${field.name.value}"::text::"${name}"\` into it`
      : ': copy them into a second column first';
  const title = `Make \`${field.name.value}\` an enum of ${values.length} values`;
  return prismaFix(
    `${title} (the migration Prisma makes drops the column and loses its values${using})`,
    'review',
    model.section,
    line,
    block,
  );
}
