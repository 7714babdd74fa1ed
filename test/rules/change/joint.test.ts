import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import type { Review } from '#core/review.ts';
import { rules } from '#rules/index.ts';
import { applyFixes, type Files, reviewFiles } from '../check-rule.ts';

const joint = rules.filter(({ id, needs }) => id.startsWith('change/') && needs.some((need) => need === 'database'));

interface Version {
  readonly api: string;
  readonly schema: string;
}

interface Case {
  readonly title: string;
  readonly before: Version;
  readonly after: Version;
  readonly told: readonly string[];
}

const api = (property: string, more = '', required = 'sku, name, total'): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters: [${more}]
      responses:
        '200':
          description: The orders.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } }
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses: { '201': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
components:
  schemas:
    Order:
      type: object
      required: [id, sku, name, total, status]
      properties:
        id: { type: integer }
        sku: { type: string }
        name: { type: string }
        total: { type: integer }
        status: { type: string, enum: [open, paid] }
${property.startsWith('  ') ? property : ''}    NewOrder:
      type: object
      required: [${required}]
      properties:
        sku: { type: string }
        name: ${property.startsWith('  ') || property === '' ? '{ type: string, maxLength: 40 }' : property}
        total: { type: integer }
`;

const schema = (changed: Readonly<Record<string, string>> = {}, more = '', values = 'open paid'): string => {
  const fields = {
    id: 'Int @id @default(autoincrement())',
    sku: 'String',
    name: 'String @db.VarChar(40)',
    total: 'Int',
    status: 'Status @default(open)',
    ...changed,
  };
  const lines = Object.entries(fields).filter(([, type]) => type !== '');
  return `datasource db {
  provider = "postgresql"
}

enum Status {
  ${values.split(' ').join('\n  ')}
}

model Order {
${lines.map(([name, type]) => `  ${name} ${type}\n`).join('')}${more}}
`;
};

const same = { api: api(''), schema: schema() };
const sku = '{ name: sku, in: query, schema: { type: string } }';
const index = '\n  @@index([sku])\n';

const cases: readonly Case[] = [
  {
    title: 'a shorter column',
    before: same,
    after: { ...same, schema: schema({ name: 'String @db.VarChar(20)' }) },
    told: ['column-in-step: `NewOrder.name` may have 40 characters, but its column holds 20 now'],
  },
  {
    title: 'a shorter column, and a shorter property',
    before: same,
    after: { api: api('{ type: string, maxLength: 20 }'), schema: schema({ name: 'String @db.VarChar(20)' }) },
    told: [],
  },
  {
    title: 'a longer property',
    before: same,
    after: { ...same, api: api('{ type: string, maxLength: 100 }') },
    told: ['column-in-step: `NewOrder.name` may have 100 characters now, but its column holds 40'],
  },
  {
    title: 'a longer property, and a longer column',
    before: same,
    after: { api: api('{ type: string, maxLength: 100 }'), schema: schema({ name: 'String @db.VarChar(100)' }) },
    told: [],
  },
  {
    title: 'a longer column',
    before: same,
    after: { ...same, schema: schema({ name: 'String @db.VarChar(200)' }) },
    told: [],
  },
  {
    title: 'what was not in step before',
    before: { api: api('{ type: string, maxLength: 100 }'), schema: schema() },
    after: { api: api('{ type: string, maxLength: 100 }'), schema: schema({ name: 'String @db.VarChar(30)' }) },
    told: [],
  },
  {
    title: 'a column that may be empty',
    before: same,
    after: { ...same, schema: schema({ total: 'Int?' }) },
    told: ['column-in-step: `Order.total` is never null, but its column may be NULL now'],
  },
  {
    title: 'a column that may be empty, and a property that may be null',
    before: same,
    after: {
      api: api('').replace(
        'total: { type: integer }\n        status',
        "total: { type: [integer, 'null'] }\n        status",
      ),
      schema: schema({ total: 'Int?' }),
    },
    told: [],
  },
  {
    title: 'a column of another type',
    before: same,
    after: { ...same, schema: schema({ total: 'String' }) },
    told: [
      'column-in-step: `NewOrder.total` is an integer, but its column is a text now',
      'column-in-step: `Order.total` is an integer, but its column is a text now',
    ],
  },
  {
    title: 'a column of another type, and the properties',
    before: same,
    after: {
      api: api('').replaceAll('total: { type: integer }', 'total: { type: string }'),
      schema: schema({ total: 'String' }),
    },
    told: [],
  },
  {
    title: 'a value more of the enum',
    before: same,
    after: { ...same, schema: schema({}, '', 'open paid sent') },
    told: ['column-in-step: `Order.status` does not list “sent”, but its column has it now'],
  },
  {
    title: 'a value more of the enum, in both',
    before: same,
    after: { api: api('').replace('[open, paid]', '[open, paid, sent]'), schema: schema({}, '', 'open paid sent') },
    told: [],
  },
  {
    title: 'a value less of what is returned',
    before: same,
    after: { ...same, schema: schema({}, '', 'open') },
    told: [],
  },
  {
    title: 'a column less that is returned',
    before: same,
    after: { ...same, schema: schema({ total: '' }) },
    told: ['returned-column-kept: `Order.total` is still returned, but its column is gone'],
  },
  {
    title: 'a column less, and the property',
    before: same,
    after: {
      api: api('').replace('        total: { type: integer }\n        status', '        status'),
      schema: schema({ total: '' }),
    },
    told: [],
  },
  {
    title: 'a column less, and a property that is computed',
    before: same,
    after: {
      api: api('').replace(
        'total: { type: integer }\n        status',
        'total: { type: integer, description: Computed of its lines. }\n        status',
      ),
      schema: schema({ total: '' }),
    },
    told: [],
  },
  {
    title: 'a column that the client did not know',
    before: { ...same, schema: schema({ total: 'Int? @ignore' }) },
    after: { ...same, schema: schema({ total: '' }) },
    told: [],
  },
  {
    title: 'a column under another name',
    before: same,
    after: { ...same, schema: schema({ total: '', amount: 'Int @map("total")' }) },
    told: [],
  },
  {
    title: 'a new column that cannot be empty',
    before: same,
    after: { ...same, schema: schema({ pages: 'Int' }) },
    told: ['new-column-sent: POST /orders may come without the new `Order.pages`, and no row can be without it'],
  },
  {
    title: 'a new column with a default',
    before: same,
    after: { ...same, schema: schema({ pages: 'Int @default(1)' }) },
    told: [],
  },
  {
    title: 'a new column that the server fills',
    before: same,
    after: { ...same, schema: schema({ createdBy: 'Int' }) },
    told: [],
  },
  {
    title: 'a new column that requests have to send',
    before: same,
    after: {
      api: api('', '', 'sku, name, total, pages').replace(
        / {8}total: \{ type: integer \}\n$/,
        '        total: { type: integer }\n        pages: { type: integer }\n',
      ),
      schema: schema({ pages: 'Int' }),
    },
    told: [],
  },
  {
    title: 'a new column where requests have never sent all',
    before: { ...same, schema: schema({ weight: 'Int' }) },
    after: { ...same, schema: schema({ weight: 'Int', pages: 'Int' }) },
    told: [],
  },
  {
    title: 'an index less that a filter needs',
    before: { api: api('', sku), schema: schema({}, index) },
    after: { api: api('', sku), schema: schema() },
    told: ['filter-index-kept: GET /orders filters by `Order.sku`, whose index is dropped'],
  },
  {
    title: 'an index less, and the filter',
    before: { api: api('', sku), schema: schema({}, index) },
    after: { api: api(''), schema: schema() },
    told: [],
  },
  {
    title: 'an index that another replaces',
    before: { api: api('', sku), schema: schema({}, index) },
    after: { api: api('', sku), schema: schema({ sku: 'String @unique' }) },
    told: [],
  },
];

describe('changes of an API and its database', () => {
  for (const { title, before, after, told } of cases)
    it(title, () => assert.deepEqual(toldOf(reviewFiles(filesOf(before, after), joint)), told));

  it('follows edits of either side', () => {
    for (const { title, before, after } of cases) {
      const unchanged = reviewFiles(filesOf(before, before), joint);
      assert.deepEqual(toldOf(unchanged), [], title);
      for (const first of [
        { ...before, schema: after.schema },
        { ...before, api: after.api },
      ]) {
        const half = reviewFiles(filesOf(before, first), joint, unchanged);
        const whole = reviewFiles(filesOf(before, after), joint, half);
        assert.deepEqual(toldOf(whole), toldOf(reviewFiles(filesOf(before, after), joint)), title);
      }
    }
  });
});

function filesOf(before: Version, after: Version): Files {
  return {
    'base/openapi.yaml': before.api,
    'base/schema.prisma': before.schema,
    'openapi.yaml': after.api,
    'schema.prisma': after.schema,
  };
}

function toldOf({ files }: Review): readonly string[] {
  const findings = [...files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  return findings
    .map(({ ruleId, message }) => `${ruleId.replace('change/', '')}: ${message.split(/\.(?: |$)/)[0]}`)
    .sort();
}

describe('fixes for what one column does to several properties', () => {
  it('bring an index back once', () => {
    const two = `${sku}, { name: 'sku[in]', in: query, schema: { type: string } }`;
    const before = { api: api('', two), schema: schema({}, index) };
    const files = filesOf(before, { ...before, schema: schema() });
    assert.equal(foldedFix(files)['schema.prisma'], before.schema);
  });

  it('bring a column back once', () => {
    const twice = api('').replace(
      '    NewOrder:',
      '    OrderDetails:\n      type: object\n      properties:\n        id: { type: integer }\n        sku: { type: string }\n        name: { type: string }\n        total: { type: integer }\n    NewOrder:',
    );
    const text = twice.replace(
      "items: { $ref: '#/components/schemas/Order' }",
      "items: { $ref: '#/components/schemas/OrderDetails' }",
    );
    const before = { api: text, schema: schema() };
    const files = filesOf(before, { ...before, schema: schema({ total: '' }) });
    assert.equal(foldedFix(files)['schema.prisma'], before.schema);
  });
});

/** The files after the only fix of the only finding, which is told of several. */
function foldedFix(files: Files): Files {
  const reviewed = reviewFiles(files, joint);
  const findings = [...reviewed.files.values()].flatMap((file) => file.findings);
  assert.equal(findings.length, 1, findings.map(({ message }) => message).join());
  const [fix, ...more] = findings[0]?.fixes ?? [];
  assert.ok(fix !== undefined && more.length === 0, 'there is one fix');
  return applyFixes(reviewed, files, [fix]);
}
