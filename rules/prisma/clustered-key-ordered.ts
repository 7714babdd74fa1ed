import { argumentOf, attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { rowKeys } from '#rules/checklist.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation, rfc } from '#rules/sources.ts';

export const clusteredKeyOrdered = localRule({
  id: 'prisma/clustered-key-ordered',
  summary: 'Order UUIDs by time where rows are stored by their key.',
  why: 'MySQL and SQL Server store rows in the order of the primary key. Random UUIDs put each new row onto another page, which splits, is half empty then, and has to be read again; UUIDs of version 7 begin with the time and go to the end.',
  item: rowKeys,
  references: [rfc(9562, '5.7'), prismaDocumentation('uuid()', 'reference/prisma-schema-reference#uuid')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Random keys in MySQL',
      bad: `datasource db {
  provider = "mysql"
}

model Order {
  id     String @id @default(«uuid()»)
  number String @unique
  note   String
  total  Int
}
`,
      good: `datasource db {
  provider = "mysql"
}

model Order {
  id     String @id @default(uuid(7))
  number String @unique
  note   String
  total  Int
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if ((provider !== 'mysql' && provider !== 'sqlserver') || !isTable(model) || isLookupModel(model, scope)) return;
    const id = model.fields.find((field) => attributeOf(field, 'id') !== undefined);
    const value = id && defaultOf(id);
    if (id === undefined || value?.kind !== 'call' || value.name !== 'uuid') return;
    const version = argumentOf(value, 0)?.value;
    const isRandom = version === undefined || (version.kind === 'number' && version.value === '4');
    const isHeap = indexesOf(model).some(({ kind, clustered }) => kind === 'id' && clustered === false);
    if (!isRandom || isHeap) return;
    yield {
      span: value.span,
      message: `\`${model.name.value}.${id.name.value}\` is random, and the rows are stored in its order.`,
      fixes: [
        prismaFix(
          `Give new rows of ${model.name.value} ids that begin with the time: \`uuid(7)\``,
          'review',
          model.section,
          { span: value.span, newText: 'uuid(7)' },
        ),
      ],
      cause: {
        key: 'random',
        message: (count) => `${count} keys are random, and the rows are stored in their order.`,
        fixTitle: (count) => `Give new rows of ${count} models ids that begin with the time: \`uuid(7)\``,
      },
    };
  },
});
