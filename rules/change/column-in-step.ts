import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { type BaseScope, type Cause, type DatabaseScope, type Finding, jointRule } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { type ColumnChanges, columnChanges } from '#rules/detectors/change/column-changes.ts';
import { componentOf } from '#rules/detectors/change/component-of.ts';
import { type ContractMismatch, contractMismatches } from '#rules/detectors/change/contract-mismatch.ts';
import {
  columnName,
  type DescribedField,
  describedFields,
  describedName,
} from '#rules/detectors/cross/described-fields.ts';
import { asLongAsColumn } from '#rules/fixes/openapi/as-long-as-column.ts';
import { openApi, prismaDocumentation } from '#rules/sources.ts';

const description = (name: string): string => `openapi: 3.1.0
paths:
  /tags:
    post:
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/NewTag' } } }
      responses: { '201': { description: The tag. } }
components:
  schemas:
    NewTag:
      type: object
      required: [name]
      properties:
        name:
          type: string
          maxLength: 40${name}
        colour:
          type: string
`;

const schema = (length: number): string => `datasource db {
  provider = "postgresql"
}

model Tag {
  id     Int    @id @default(autoincrement())
  name   String @unique @db.VarChar(${length})
  colour String
}
`;

export const columnInStep = jointRule({
  id: 'change/column-in-step',
  summary: 'Change a property and its column together.',
  why: 'What the API allows and the column does not hold is refused by the database: clients get a 500 for what was right the day before. What the column may have and the API does not tell breaks clients with the first such row.',
  item: apiChanges,
  references: [
    openApi('Schema Object', 'schema-object'),
    prismaDocumentation('Native database types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A column that is shorter than before',
      bad: {
        'base/openapi.yaml': description(''),
        'base/schema.prisma': schema(40),
        'openapi.yaml': description('').replace('name:\n', '«name»:\n'),
        'schema.prisma': schema(20),
      },
      good: {
        'base/openapi.yaml': description(''),
        'base/schema.prisma': schema(40),
        'openapi.yaml': description('').replace('40', '20'),
        'schema.prisma': schema(20),
      },
    },
  ],
  on: ['openapi.schema'],
  *check(node, scope) {
    const name = componentOf(node)?.split('/')[1];
    const former = name === undefined ? undefined : scope.base.find('openapi.schema', name);
    if (former === undefined) return;
    for (const described of describedFields(node, scope)) {
      const changes = described.object.tree === node.tree ? columnChanges(described.model, scope) : undefined;
      if (changes !== undefined) yield* outOfStep(described, former, changes, scope);
    }
  },
});

function* outOfStep(
  described: DescribedField,
  object: Schema,
  { former: model, kept }: ColumnChanges,
  scope: BaseScope & DatabaseScope,
): Iterable<Finding> {
  const { base } = scope;
  const { property, field } = described;
  const before = kept.find((pair) => pair.field === field)?.former;
  const was = unnoted(() => propertiesOf(object, base)).find((each) => each.name.value === property.name.value);
  // What came with this change was never in step.
  if (before === undefined || was === undefined) return;
  const usage = base.usage(object);
  const then = unnoted(() =>
    contractMismatches({ object, model, property: was, field: before }, { api: base, database: base, usage }),
  );
  const now = contractMismatches(described, { api: scope, database: scope, usage });
  const beside = contractMismatches({ ...described, model, field: before }, { api: scope, database: base, usage });
  for (const mismatch of now) {
    if (then.some((each) => isSame(each, mismatch))) continue;
    // With the column as it was nothing would be amiss: it is the column that changed.
    const isOfColumn = !beside.some((each) => isSame(each, mismatch));
    const [api, column] = isOfColumn ? ['', ' now'] : [' now', ''];
    yield {
      section: property.owner.section,
      span: property.name.span,
      message: `\`${describedName(described)}\` ${mismatch.api}${api}, but its column ${mismatch.column}${column}. Change both together.`,
      fixes: asLongAsColumn(described, mismatch.length, scope),
      related: [
        { section: field.section, span: field.name.span, message: `${columnName(described)}, its column.` },
        isOfColumn
          ? base.placed(before.section, before.name.span, `The column as it was in ${base.name}.`)
          : base.placed(was.owner.section, was.name.span, `As it was in ${base.name}.`),
      ],
      ...(isOfColumn && { cause: ofColumn(described, mismatch) }),
    };
  }
}

/** One column that changed, and all properties that stand for it. */
function ofColumn(described: DescribedField, { aspect, key, column, length }: ContractMismatch): Cause {
  const name = columnName(described);
  return {
    key: JSON.stringify([name, aspect, key]),
    message: (count) =>
      `${count} properties were not changed with \`${name}\`, whose column ${column} now. Change them together.`,
    ...(length !== undefined && { fixTitle: (count: number) => `Set \`maxLength: ${length}\` of ${count} properties` }),
  };
}

function isSame(a: ContractMismatch, b: ContractMismatch): boolean {
  return a.aspect === b.aspect && a.key === b.key;
}
