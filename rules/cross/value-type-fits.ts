import type { Schema } from '#core/openapi/model.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import {
  columnName,
  type DescribedField,
  describedFields,
  describedName,
} from '#rules/detectors/cross/described-fields.ts';
import { type TypeClash, typeClash } from '#rules/detectors/cross/type-clash.ts';
import { valueSchema } from '#rules/detectors/cross/value-schema.ts';
import { fitType } from '#rules/fixes/openapi/fit-type.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (id: string, birth: string): string => `openapi: 3.1.0
paths:
  /members/{id}:
    get:
      responses:
        '200':
          description: The member.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Member'
components:
  schemas:
    Member:
      type: object
      properties:
        id:
          ${id}
        name:
          type: string
        joinedOn:
          type: string
          ${birth}
`;

const schema = `datasource db {
  provider = "postgresql"
}

model Member {
  id       String   @id @default(uuid()) @db.Uuid
  name     String
  joinedOn DateTime @db.Date
}
`;

export const valueTypeFits = localRule({
  id: 'cross/value-type-fits',
  summary: 'Give a property the type and format of the values its column holds.',
  why: 'What the database returns is none of the values the description allows: generated clients fail to read it, and what they send is refused.',
  item: contractMatchesDatabase,
  references: [
    prismaDocumentation('Model field scalar types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An id that became a UUID',
      bad: {
        'openapi.yaml': description('«type»: integer\n          format: int32', 'format: date'),
        'schema.prisma': schema,
      },
      good: {
        'openapi.yaml': description('type: string\n          format: uuid', 'format: date'),
        'schema.prisma': schema,
      },
    },
    {
      title: 'A date with a time of day',
      bad: {
        'openapi.yaml': description('type: string\n          format: uuid', '«format»: date-time'),
        'schema.prisma': schema,
      },
      good: {
        'openapi.yaml': description('type: string\n          format: uuid', 'format: date'),
        'schema.prisma': schema,
      },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database'],
  *check(node, scope) {
    for (const described of describedFields(node, scope)) {
      const { property, field, model } = described;
      // What a shared component says is said of more than this column.
      const value = property.schema.kind === 'openapi.reference' ? undefined : valueSchema(property.schema, scope);
      const isShared = value === undefined || value.role === 'component';
      const clash = isShared ? undefined : typeClash(value, field, model, scope);
      if (value !== undefined && clash !== undefined) yield clashFinding(value, clash, described);
    }
  },
});

function clashFinding(value: Schema, clash: TypeClash, described: DescribedField): Finding {
  const { field } = described;
  const { stored, documented, type, format } = clash;
  const named = describedName(described);
  const changes = fitType(value, type, format);
  const isSameType = value.types.includes(type);
  const said = [...(isSameType ? [] : [`type: ${type}`]), ...(format === undefined ? [] : [`format: ${format}`])];
  const title =
    said.length === 0 ? `Remove the format of \`${named}\`` : `Document \`${named}\` as \`${said.join(', ')}\``;
  return {
    section: value.section,
    span: findEntry(value.tree, isSameType ? 'format' : 'type')?.key.span ?? value.anchor,
    message: `\`${named}\` is ${documented} in the API, and ${stored} in the database${orThere(clash)}.`,
    fixes: changes === undefined ? [] : [{ title, safety: 'review', changes }],
    related: [{ section: field.section, span: field.type.span, message: `${columnName(described)} is ${stored}.` }],
  };
}

/** A time that is meant to be a date is mended in the schema. */
function orThere({ stored, documented }: TypeClash): string {
  return stored === 'a time' && documented === 'a date' ? ': document a time, or store a date with `@db.Date`' : '';
}
