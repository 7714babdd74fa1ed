import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { attributeOf } from '#core/prisma/attribute.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type DatabaseScope, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { isColumn } from '#rules/detectors/cross/is-column.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { zalando } from '#rules/sources.ts';

const description = (name: string, properties: string): string => `openapi: 3.1.0
paths:
  /tickets/{id}:
    get:
      responses:
        '200':
          description: The ticket.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Ticket'
components:
  schemas:
    ${name}:
      type: object
      properties:
        id: { type: integer }
        title: { type: string }
        isOpen: { type: boolean }
        isSpam: { type: boolean }
        ${properties}
        queueId: { type: integer }
`;

const schema = `model Ticket {
  id         Int     @id @default(autoincrement())
  title      String
  isOpen     Boolean @default(true)
  isSpam     Boolean @default(false)
  assignee   Agent   @relation(fields: [assigneeId], references: [id])
  assigneeId Int
  queueId    Int

  @@index([assigneeId])
  @@index([queueId])
}

model Agent {
  id      Int      @id @default(autoincrement())
  name    String
  tickets Ticket[]
}
`;

/** Of fewer columns there is not much to leave out. */
const leastColumns = 6;

export const schemaApartFromTable = globalRule({
  id: 'cross/schema-apart-from-table',
  summary: 'Design resources for clients, not after tables.',
  why: 'Where a resource is a row, each change to a table is a change to the contract, and clients have to know how things are stored to use them.',
  item: contractMatchesDatabase,
  references: [zalando(139)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Each column, keys and flags too',
      bad: { 'openapi.yaml': description('«Ticket»', 'assigneeId: { type: integer }'), 'schema.prisma': schema },
      good: {
        'openapi.yaml': description('Ticket', 'assignee: { type: object, properties: { name: { type: string } } }'),
        'schema.prisma': schema,
      },
    },
  ],
  on: ['openapi.schema'],
  having: ['properties'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Draft> {
    const model = node.role === 'component' ? scope.modelFor(node) : undefined;
    if (model === undefined || !isTable(model) || !mirrors(node, model, scope)) return;
    yield {
      key: blockId(model),
      section: node.section,
      span: node.name?.span ?? node.anchor,
      name: node.name?.value ?? '',
      model: model.name.value,
      stored: { section: model.section, span: model.name.span },
      schema: node,
    };
  },
  complete({ schema: node, ...fact }, { usage }): Fact | undefined {
    return usage(node).inResponse ? fact : undefined;
  },
  *compare(facts) {
    for (const { value } of facts) {
      const { section, span, name, model, stored } = value;
      const message = `“${name}” is the table of ${model}, column by column. Show what clients need, as they call it.`;
      const related = [{ ...stored, message: `The model ${model}.` }];
      yield { section, value: { span, message, related, cause } };
    }
  },
});

interface Draft extends Fact {
  readonly schema: Schema;
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  readonly model: string;
  readonly stored: { readonly section: Section; readonly span: Span };
}

const cause = {
  key: 'mirror',
  message: (count: number) => `${count} schemas are tables, column by column. Show what clients need, as they call it.`,
};

/** True where each column is a property and each property a column, keys of other models among them. */
function mirrors(schema: Schema, model: PrismaModel, scope: DatabaseScope): boolean {
  const columns = model.fields.filter((field) => isColumn(field, scope) && attributeOf(field, 'ignore') === undefined);
  if (columns.length < leastColumns || foreignKeysOf(model).length === 0) return false;
  const fields = propertiesOf(schema, scope).map(({ name }) => fieldFor(model, name.value));
  const shown = new Set(fields);
  return (
    fields.every((field) => field !== undefined && columns.includes(field)) && columns.every((each) => shown.has(each))
  );
}
