import type { Random } from '../../support/random.ts';

/** The files of a workspace in which some belong together and others do not. */
export const paths = [
  'a.yaml',
  'b.yaml',
  'deep/c.json',
  'deep/d.yaml',
  'alone.yaml',
  'parts/user.yaml',
  'parts/address.yaml',
  'parts/plain.txt',
  'db/schema.prisma',
  'db/more.prisma',
  'db/copy/schema.prisma',
  'deep/plumbline.yaml',
  'plumbline.yaml',
  'plumbline.review.yaml',
] as const;

/** Most of the files, each with some text. */
export function firstTexts(random: Random): ReadonlyMap<string, string> {
  const kept = paths.filter(() => random.below(5) > 0);
  return new Map(kept.map((path) => [path, someText(path, random)]));
}

/** A text that a file may have, sound or not. */
export function someText(path: string, random: Random): string {
  if (path.endsWith('.prisma')) return prismaText(random);
  if (path.endsWith('plumbline.yaml')) return configText(random);
  if (path.endsWith('review.yaml')) return answersText(random);
  if (path.startsWith('parts/')) return random.below(8) === 0 ? descriptionText(path, random) : partText(path, random);
  if (random.below(6) === 0) return path.endsWith('.json') ? JSON.stringify(sameDescription) : sameText;
  const text = descriptionText(path, random);
  if (path.endsWith('.json')) return jsonText(text, random);
  return random.below(10) === 0 ? `${text}broken: [\n` : text;
}

/** Files that say this are copies of each other, whatever they are written in. */
const sameDescription = {
  openapi: '3.1.0',
  info: { title: 'Same', version: '1' },
  paths: { '/order': { get: { operationId: 'list', responses: {} }, put: { operationId: 'list', responses: {} } } },
};
const sameText = `# The same.
openapi: 3.1.0
paths:
  /order:
    put: { responses: {}, operationId: list }
    get: { responses: {}, operationId: list }
info: { version: '1', title: Same }
`;

function descriptionText(path: string, random: Random): string {
  const up = path.includes('/') ? '../' : './';
  const target = random.pick([
    '#/components/schemas/Order',
    `${up}parts/user.yaml#/User`,
    `${up}parts/user.yaml#/User`,
    `${up}parts/address.yaml#/Address`,
    `${up}parts/plain.txt#/Plain`,
    `${up}missing.yaml#/None`,
    `${up}alone.yaml#/components/schemas/Order`,
    `${up}b.yaml#/components/schemas/Order`,
    `${up}plumbline.yaml#/rules`,
    `${up}db/schema.prisma`,
    `${up}plumbline.review.yaml#/answers`,
    'https://example.com/user.yaml',
    '../../outside.yaml#/Far',
  ]);
  const ignore = random.below(4) === 0 ? '    # plumbline-ignore openapi/list-paginated: short\n' : '';
  const field = random.pick(['reference', 'status', 'id']);
  return `${random.below(12) === 0 ? 'closedapi' : 'openapi'}: 3.1.0
info:
  title: ${random.pick(['Orders', path, path])}
  version: 1.0.0
servers:
  - url: http${random.below(2) === 0 ? 's' : ''}://api.example.com
paths:
  /${random.pick(['orders', 'order', 'users'])}:
    get:
${ignore}      operationId: ${random.pick(['list', 'listOrders', 'create'])}
      parameters:
        - { name: ${field}, in: query, schema: { type: string } }
      responses:
        '200':
          description: Orders.
          content:
            application/json:
              schema:
                type: array
                items: { $ref: '${target}' }
    post:
      operationId: create
      deprecated: ${random.below(2) === 0}
      responses: {}
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: integer }
        reference: { type: string }
        status: { type: string, enum: [OPEN, ${random.pick(['DONE', 'PAID'])}] }
        price: { type: number }
`;
}

function partText(path: string, random: Random): string {
  const name = path.endsWith('user.yaml') ? 'User' : path.endsWith('address.yaml') ? 'Address' : 'Plain';
  const other = random.pick([
    '{ type: string }',
    "{ $ref: './address.yaml#/Address' }",
    "{ $ref: './user.yaml#/User' }",
  ]);
  return `${name}:
  type: object
  properties:
    id: { type: integer }
    password: { type: string }
    other: ${other}
    ${random.pick(['price', 'total'])}: { type: number }
`;
}

function prismaText(random: Random): string {
  const datasource = random.below(2) === 0 ? 'datasource db {\n  provider = "postgresql"\n}\n\n' : '';
  const name = random.pick(['Order', 'User', 'order']);
  const generator = random.below(2) === 0 ? 'generator client {\n  output = "./copy"\n}\n\n' : '';
  return `${datasource}${generator}model ${name} {
  id        Int     @id @default(autoincrement())
  reference String
  status    Status
  price     Float
  userId    Int
}

enum Status {
  OPEN
  ${random.pick(['DONE', 'CLOSED'])}
}
`;
}

function configText(random: Random): string {
  return random.pick([
    'preset: strict\n',
    'preset: recommended\nrules:\n  openapi/server-https: error\n',
    'prisma: db\n',
    'prisma: db/schema.prisma\n',
    'entries: [a.yaml, c.json]\n',
    'exclude: [alone.yaml, parts]\n',
    'ignores:\n  - { files: ["**"], rules: [openapi/list-paginated], reason: later }\n',
    'rules: { openapi/none: off }\n',
  ]);
}

function answersText(random: Random): string {
  return random.pick([
    'version: 1\nanswers:\n  review-saga: { checked: true, who: Ada }\n',
    'answers:\n  no-such: { checked: true }\n',
    'answers: [\n',
  ]);
}

/** The description in braces, a little shorter. */
function jsonText(text: string, random: Random): string {
  const target = /\$ref: '([^']*)'/.exec(text)?.[1] ?? '#';
  const description = {
    openapi: '3.0.3',
    info: { title: 'Orders', version: '1' },
    paths: { '/order': { get: { responses: {} } } },
    components: { schemas: { Order: { $ref: target } } },
  };
  const written = JSON.stringify(description, undefined, 2);
  return random.below(8) === 0 ? written.slice(0, -3) : written;
}
