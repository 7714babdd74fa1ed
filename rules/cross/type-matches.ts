import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { describedFields } from '#rules/detectors/cross/described-fields.ts';
import { type TypeDrift, typeDrift } from '#rules/detectors/cross/type-drift.ts';
import { lackingTimeFormats } from '#rules/detectors/openapi/time-form.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (placedAt: string, lines: string): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
    Order:
      type: object
      properties:
        id:
          type: string
        placed:
          ${placedAt}
        lineCount:
          ${lines}
`;

const schema = `model Order {
  id        String   @id @default(cuid())
  placed    DateTime
  lineCount Int
}
`;

export const typeMatches = localRule({
  id: 'cross/type-matches',
  summary: 'Document the type that the column has: a format for times and UUIDs, integer for integers.',
  why: 'Generated clients turn a documented date-time into a date, but a bare string stays a string that each client parses in its own way. An integer documented as a number becomes a float.',
  item: contractMatchesDatabase,
  references: [
    prismaDocumentation('Model field scalar types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'A time without a format',
      bad: { 'openapi.yaml': description('«type»: string', 'type: integer'), 'schema.prisma': schema },
      good: {
        'openapi.yaml': description('type: string\n          format: date-time', 'type: integer'),
        'schema.prisma': schema,
      },
    },
    {
      title: 'An integer documented as a number',
      bad: {
        'openapi.yaml': description('type: string\n          format: date-time', '«type»: number'),
        'schema.prisma': schema,
      },
      good: {
        'openapi.yaml': description('type: string\n          format: date-time', 'type: integer'),
        'schema.prisma': schema,
      },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database'],
  *check(node, scope) {
    for (const { property, model, field } of describedFields(node, scope)) {
      const { schema: written } = property;
      if (written.kind === 'openapi.reference') continue;
      const drift = typeDrift(written, field, scope);
      if (drift === undefined || isToldByName(written, drift)) continue;
      yield driftFinding(written, drift, `${model.name.value}.${field.name.value}`, field);
    }
  },
});

/** What the name alone tells is for `time-format-declared` to tell. */
function isToldByName(written: Schema, { keyword }: TypeDrift): boolean {
  const { name, description } = written;
  return keyword === 'format' && lackingTimeFormats(written, name?.value ?? '', description?.value).length > 0;
}

function driftFinding(written: Schema, drift: TypeDrift, named: string, field: PrismaField): Finding {
  const { section, tree, anchor, location } = written;
  const { stored, documented, keyword, value } = drift;
  const pointer = [...pointerOf(location), keyword];
  const change = { kind: 'set', uri: section.uri, pointer, value, after: ['type'] } as const;
  const title = `Document \`${named}\` as \`${keyword}: ${value}\``;
  return {
    section,
    span: findEntry(tree, 'type')?.key.span ?? anchor,
    message: `\`${named}\` is ${stored} in the database and ${documented} in the API.`,
    fixes: isWrittenInPlace(written, 'type') ? [{ title, safety: 'review', changes: [change] }] : [],
    related: [{ section: field.section, span: field.name.span, message: 'The column in the database.' }],
    cause: loosely(drift),
  };
}

/** One hand writes all times alike. */
function loosely({ keyword, value, documented }: TypeDrift): Cause {
  const what = keyword === 'type' ? 'integers' : (spokenFormats[value] ?? 'times');
  const each = allOf[documented] ?? 'strings without format';
  return {
    key: value,
    message: (count) => `${count} properties are ${what} in the database and ${each} in the API.`,
    fixTitle: (count) => `Document ${count} properties as \`${keyword}: ${value}\``,
  };
}

const spokenFormats: { readonly [format: string]: string } = {
  date: 'dates',
  uuid: 'UUIDs',
  int64: '64-bit integers',
};

const allOf: { readonly [documented: string]: string } = {
  'any number': 'any numbers',
  'an integer without format': 'integers without format',
};
