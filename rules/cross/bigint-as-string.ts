import type { Schema } from '#core/openapi/model.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { findEntry, findNumber } from '#core/tree/tree.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { type DescribedField, describedFields, describedName } from '#rules/detectors/cross/described-fields.ts';
import { valueSchema } from '#rules/detectors/cross/value-schema.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { fitType } from '#rules/fixes/openapi/fit-type.ts';
import { azure, prismaDocumentation } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

const description = (views: string): string => `openapi: 3.1.0
paths:
  /videos/{slug}:
    get:
      responses:
        '200':
          description: The video.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Video'
components:
  schemas:
    Video:
      type: object
      properties:
        slug:
          type: string
        views:
          ${views}
          format: int64
`;

const schema = `model Video {
  slug  String @id
  views BigInt @default(0)
}
`;

export const bigintAsString = localRule({
  id: 'cross/bigint-as-string',
  summary: 'Send 64-bit integers as strings.',
  why: 'JavaScript rounds numbers above 2^53, and its JSON does not write a BigInt at all: what Prisma returns has to be converted, and a string keeps it.',
  item: fieldTypes,
  references: [
    azure('json-integer-values'),
    prismaDocumentation('Fields & types, BigInt', 'prisma-client/special-fields-and-types#working-with-bigint'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A count that may pass 2^53',
      bad: { 'openapi.yaml': description('«type»: integer'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('type: string'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database'],
  *check(node, scope) {
    for (const described of describedFields(node, scope)) {
      const { property, field } = described;
      const value = property.schema.kind === 'openapi.schema' ? valueSchema(property.schema, scope) : undefined;
      if (field.type.value !== 'BigInt' || field.isList || value === undefined) continue;
      if (isLargeNumber(value) && !isToldByName(property.name.value)) yield numberFinding(value, described);
    }
  },
});

/** Without its format it is `type-matches` that speaks. */
function isLargeNumber(value: Schema): boolean {
  const most = findNumber(value.tree, 'maximum')?.value ?? Number.POSITIVE_INFINITY;
  const isWide = value.format?.value === 'int64' || value.format?.value === 'uint64';
  return soleType(value) === 'integer' && isWide && most > Number.MAX_SAFE_INTEGER && value.enum === undefined;
}

/** Of ids and amounts `int64-as-string` tells. */
function isToldByName(name: string): boolean {
  return /(?:^id|_id|Id|ID)$/.test(name) || isMoneyName(name, moneyWords);
}

function numberFinding(value: Schema, described: DescribedField): Finding {
  const { field } = described;
  const named = describedName(described);
  const changes = fitType(value, 'string', value.format?.value);
  return {
    section: value.section,
    span: findEntry(value.tree, 'type')?.key.span ?? value.anchor,
    message: `\`${named}\` is a BigInt in the database and a JSON number in the API.`,
    fixes: changes === undefined ? [] : [{ title: `Make \`${named}\` a string`, safety: 'review', changes }],
    related: [{ section: field.section, span: field.type.span, message: 'The column holds 64 bits.' }],
    cause: {
      key: 'bigint',
      message: (count) => `${count} properties are BigInts in the database and JSON numbers in the API.`,
      fixTitle: (count) => `Make ${count} properties strings`,
    },
  };
}
