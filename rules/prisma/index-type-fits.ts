import { removeBlockAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { indexes } from '#rules/checklist.ts';
import { columnsOfIndex } from '#rules/detectors/prisma/index-columns.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const indexTypeFits = localRule({
  id: 'prisma/index-type-fits',
  summary: 'Index lists and JSON by what is in them: with a Gin index.',
  why:
    'A B-tree compares whole values. It finds the rows whose list is exactly this one, which nobody asks for, and none by an element of it (`has`, `array_contains`); ' +
    'and a value of more than 2 700 bytes cannot be inserted at all.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('GIN Indexes', 'gin.html'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A list in a B-tree',
      bad: `datasource db {
  provider = "postgresql"
}

model Post {
  id   Int      @id @default(autoincrement())
  tags String[]

  «@@index([tags])»
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Post {
  id   Int      @id @default(autoincrement())
  tags String[]

  @@index([tags], type: Gin)
}
`,
    },
    {
      title: 'JSON in a B-tree',
      bad: `datasource db {
  provider = "postgresql"
}

model Event {
  id   Int  @id @default(autoincrement())
  data Json

  «@@index([data], map: "event_data")»
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Event {
  id   Int  @id @default(autoincrement())
  data Json

  @@index([data], map: "event_data", type: Gin)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (!isTable(model) || (provider !== 'postgresql' && provider !== 'cockroachdb')) return;
    for (const index of indexesOf(model)) {
      if (index.kind !== 'index' || (index.type !== undefined && index.type !== 'BTree')) continue;
      const columns = index.fields.flatMap(({ value }) => fieldOf(model, value) ?? []);
      const inner = columns.find(holdsMany);
      if (inner === undefined || index.fields.some(({ ops }) => ops !== undefined)) continue;
      const fix = columns.every(isForGin) && columns.length === index.fields.length ? asGin(index, model) : undefined;
      const kind = inner.isList ? 'list' : 'JSON';
      yield {
        span: index.attribute.span,
        message: `This index finds \`${model.name.value}.${inner.name.value}\` by the whole ${kind} only, not by what is in it.${fix ? '' : ' Give it a Gin index of its own.'}`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

function holdsMany({ type, isList }: PrismaField): boolean {
  return isList || type.value === 'Json';
}

/** Gin knows lists, and JSON that is stored as `jsonb`; nothing else without an extension. */
function isForGin(field: PrismaField): boolean {
  return holdsMany(field) && nativeTypeOf(field)?.name !== 'Json';
}

function asGin(index: ModelIndex, model: PrismaModel): Fix | undefined {
  const last = index.attribute.args.at(-1);
  if (last === undefined || index.fields.some(({ sort }) => sort !== undefined)) return undefined;
  const columns = columnsOfIndex(index).join(', ');
  const isThere = indexesOf(model).some(
    (other) => other.type === 'Gin' && columnsOfIndex(other).join(', ') === columns,
  );
  if (isThere)
    return prismaFix(
      `Remove \`@@index([${columns}])\` from ${model.name.value}: a Gin index is there`,
      'review',
      model.section,
      removeBlockAttributeEdit(index.attribute, model),
    );
  const written = index.attribute.args.find(({ name }) => name?.value === 'type');
  const edit =
    written === undefined
      ? { span: { start: last.span.end, end: last.span.end }, newText: ', type: Gin' }
      : { span: written.value.span, newText: 'Gin' };
  return prismaFix(`Make \`@@index([${columns}])\` of ${model.name.value} a Gin index`, 'review', model.section, edit);
}
