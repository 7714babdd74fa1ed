import type { Schema } from '#core/openapi/model.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { type DescribedField, describedFields, describedName } from '#rules/detectors/cross/described-fields.ts';
import { valueSchema } from '#rules/detectors/cross/value-schema.ts';
import { floatAmounts } from '#rules/detectors/openapi/float-amounts.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { fitType } from '#rules/fixes/openapi/fit-type.ts';
import { prismaDocumentation, zalando } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

const description = (weight: string): string => `openapi: 3.1.0
paths:
  /parcels/{id}:
    get:
      responses:
        '200':
          description: The parcel.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Parcel'
components:
  schemas:
    Parcel:
      type: object
      properties:
        id:
          type: integer
        weight:
          ${weight}
`;

const schema = `model Parcel {
  id     Int     @id @default(autoincrement())
  weight Decimal @db.Decimal(12, 4)
}
`;

export const decimalAsString = localRule({
  id: 'cross/decimal-as-string',
  summary: 'Write decimals as strings.',
  why: 'A column that keeps each digit is read into a binary float by whoever parses the JSON. Prisma writes a Decimal as a string by itself; a number has been converted, or is documented wrong.',
  item: fieldTypes,
  references: [
    zalando(173),
    prismaDocumentation('Fields & types, Decimal', 'prisma-client/special-fields-and-types#working-with-decimal'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A weight in four places',
      bad: { 'openapi.yaml': description('«type»: number'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('type: string\n          format: decimal'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database'],
  *check(node, scope) {
    for (const described of describedFields(node, scope)) {
      const { property, field } = described;
      const value = property.schema.kind === 'openapi.schema' ? valueSchema(property.schema, scope) : undefined;
      if (field.type.value !== 'Decimal' || field.isList || value === undefined) continue;
      if (isFloat(value) && !isToldAsMoney(described)) yield floatFinding(value, described);
    }
  },
});

function isFloat(value: Schema): boolean {
  const format = value.format?.value;
  const isBare = format === undefined || format === 'float' || format === 'double';
  const isSaid = ['multipleOf', 'enum', 'x-decimal'].some((key) => findEntry(value.tree, key) !== undefined);
  return soleType(value) === 'number' && isBare && !isSaid && value.role !== 'component';
}

/** Of money `money-decimal` tells. */
function isToldAsMoney({ property: { name, owner } }: DescribedField): boolean {
  return floatAmounts(owner, moneyWords).some((amount) => amount.name === name || amount.name.value === name.value);
}

function floatFinding(value: Schema, described: DescribedField): Finding {
  const { field } = described;
  const named = describedName(described);
  const changes = fitType(value, 'string', 'decimal');
  return {
    section: value.section,
    span: findEntry(value.tree, 'type')?.key.span ?? value.anchor,
    message: `\`${named}\` is a decimal in the database and a float in the API.`,
    fixes:
      changes === undefined
        ? []
        : [{ title: `Document \`${named}\` as \`type: string, format: decimal\``, safety: 'review', changes }],
    related: [{ section: field.section, span: field.type.span, message: 'The column keeps each digit.' }],
    cause: {
      key: 'decimal',
      message: (count) => `${count} properties are decimals in the database and floats in the API.`,
      fixTitle: (count) => `Document ${count} properties as \`type: string, format: decimal\``,
    },
  };
}
