import { attributeText } from '#core/prisma/attribute.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaSection } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Edit, Span } from '#core/text/span.ts';
import { normalisation } from '#rules/checklist.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql } from '#rules/sources.ts';

/** A moment that is stored with its time zone, as `zoned` says, or without. */
interface StoredTime extends Keyed {
  readonly span: Span;
  /** `Order.placedAt` */
  readonly column: string;
  /** `@db.Timestamptz(3)`; empty without time zone. */
  readonly zoned: string;
  readonly isDropped: boolean;
  /** The line up to the native type, and what follows it. */
  readonly stored?: { readonly section: PrismaSection; readonly edit: Edit };
}

/** Stands in the line of a fact for the type that most have. */
const placeholder = '@db.Timestamptz(?)';

export const timeZoneConsistent = globalRule({
  id: 'prisma/time-zone-consistent',
  summary: 'Store all times with their time zone where most are.',
  why:
    'Without a native type Prisma makes a `timestamp(3)`, which says nothing of a zone. SQL that compares it with a `timestamptz`, or with `now()`, takes it for a time of the ' +
    'session’s zone: hours off wherever that is not UTC. In a schema that mostly stores the zone nobody expects the few columns that do not.',
  item: normalisation,
  references: [postgresql('Date/Time Types', 'datatype-datetime.html')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'One time without time zone',
      bad: `datasource db {
  provider = "postgresql"
}

model Order {
  id        Int       @id
  placedAt  DateTime  @db.Timestamptz(3)
  «shippedAt» DateTime?
  dueOn     DateTime? @db.Date
  createdAt DateTime  @default(now()) @db.Timestamptz(3)
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Order {
  id        Int       @id
  placedAt  DateTime  @db.Timestamptz(3)
  shippedAt DateTime? @db.Timestamptz(3)
  dueOn     DateTime? @db.Date
  createdAt DateTime  @default(now()) @db.Timestamptz(3)
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope): Iterable<StoredTime> {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if ((provider !== 'postgresql' && provider !== 'cockroachdb') || !isTable(model)) return;
    for (const field of model.fields) {
      const native = nativeTypeOf(field);
      const isMoment = native === undefined || native.name === 'Timestamp' || native.name === 'Timestamptz';
      if (field.type.value !== 'DateTime' || field.isList || !isMoment) continue;
      const isZoned = native?.name === 'Timestamptz';
      yield {
        key: 'time',
        span: field.name.span,
        column: `${model.name.value}.${field.name.value}`,
        zoned: isZoned ? textOf(field) : '',
        isDropped: provider === 'cockroachdb' && native !== undefined,
        ...(!isZoned && { stored: { section: field.section, edit: zonedEdit(field) } }),
      };
    }
  },
  *compare(facts) {
    const zoned = facts.map(({ value }) => value.zoned).filter((text) => text !== '');
    const usual = mostCommon(zoned, (text) => text);
    if (usual === undefined || zoned.length * 2 <= facts.length) return;
    for (const { section, value } of facts) {
      const { span, column, stored, isDropped } = value;
      if (stored === undefined) continue;
      const edit = { span: stored.edit.span, newText: stored.edit.newText.replace(placeholder, () => usual) };
      yield {
        section,
        value: {
          span,
          message: `\`${column}\` has no time zone, which most times of the schema have.`,
          fixes: [
            prismaFix(
              `Make \`${column}\` \`${usual}\` (${migrations[isDropped ? 'drop' : 'convert']})`,
              'review',
              stored.section,
              edit,
            ),
          ],
          cause: {
            key: 'zone',
            message: (count) => `${count} times have no time zone, which most times of the schema have.`,
            fixTitle: (count) => `Make ${count} times \`${usual}\` (${migrations[isDropped ? 'drop' : 'convert']})`,
          },
        },
      };
    }
  },
});

const migrations = {
  convert: 'the migration rewrites the column, in the time zone of its session: set that to UTC',
  drop: 'the migration Prisma makes drops the column and loses its times: copy them first',
} as const;

function textOf(field: PrismaField): string {
  return attributeText(field, nativeTypeOf(field)?.attribute);
}

function zonedEdit(field: PrismaField): Edit {
  const native = nativeTypeOf(field)?.attribute;
  return native === undefined
    ? rewriteField(field, { added: placeholder })
    : rewriteField(field, { replaced: new Map([[native, placeholder]]) });
}
