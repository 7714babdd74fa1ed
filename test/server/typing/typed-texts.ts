import { type Key, keysOf, keysOfPieces, mendingKeys, type Piece } from './typed-keys.ts';

/** Something that is typed into a document of a workspace. */
export interface Typed {
  readonly title: string;
  readonly files: { readonly [path: string]: string };
  readonly path: string;
  readonly keys: () => Iterable<Key>;
}

const yaml = `openapi: 3.1.0
info:
  title: Garden Shop
  version: 1.2.0
servers:
  - url: https://garden.example.com
paths:
  /plants:
    get:
      operationId: listPlants
      summary: Lists plants
      responses:
        '200':
          description: The plants.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Plant'
components:
  schemas:
    Plant:
      type: object
      required: [id, name]
      properties:
        id:
          type: string
        name:
          type: string
`;

const yamlOperation = [
  `  /orders/{orderId}:\n`,
  `    get:\n      operationId: getOrder\n`,
  `      summary: Returns an order\n`,
  `      description: >-\n        An order with its lines, as it was placed: "as is".\n`,
  `      parameters:\n        - name: orderId\n          in: path\n          required: true\n          schema:\n            type: string\n            format: uuid\n`,
  `      responses:\n        '200':\n          description: The order.\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/Order'\n`,
  `        '404':\n          description: There is no such order.\n`,
];

const yamlComponent = [
  `    Order:\n`,
  `      type: object\n`,
  `      required: [id, plant]\n`,
  `      properties:\n`,
  `        id:\n          type: string\n          format: uuid\n`,
  `        plant:\n          $ref: '#/components/schemas/Plant'\n`,
  `        placedAt:\n          type: string\n          format: date-time\n`,
];

const prisma = `datasource db {
  provider = "postgresql"
}

generator client {
  provider = "prisma-client"
  output   = "../generated"
}

model Plant {
  id    String @id @default(uuid())
  name  String
  price Float
}
`;

const prismaModel = [
  `\nmodel Order {\n`,
  `  id         String   @id @default(uuid())\n`,
  `  customerId String\n`,
  `  customer   Customer @relation(fields: [customerId], references: [id], onDelete: Restrict)\n`,
  `  total      Decimal  @db.Decimal(12, 2)\n`,
  `  placedAt   DateTime @default(now())\n`,
  `  @@index([customerId])\n`,
  `}\n`,
  `\nmodel Customer {\n`,
  `  id     String  @id @default(uuid())\n`,
  `  email  String  @unique\n`,
  `  orders Order[]\n`,
  `}\n`,
];

const json = `{
  "openapi": "3.1.0",
  "info": { "title": "Garden Shop", "version": "1.2.0" },
  "paths": {
    "/plants": {
      "get": {
        "operationId": "listPlants",
        "responses": { "200": { "description": "The plants." } }
      }
    }
  }
}
`;

const jsonOperation = [
  `,\n    "/orders/{orderId}": {\n`,
  `      "get": {\n        "operationId": "getOrder",\n`,
  `        "summary": "Returns an order",\n`,
  `        "parameters": [\n          { "name": "orderId", "in": "path", "required": true, "schema": { "type": "string" } }\n        ],\n`,
  `        "responses": {\n          "200": {\n            "description": "The order.",\n            "content": {\n              "application/json": { "schema": { "type": "object" } }\n            }\n          }`,
  `,\n          "404": { "description": "There is no such order." }`,
  `\n        }\n      }\n    }`,
];

/** Parts of a text, typed in their order or in another one; of whole lines, each on a line that is opened for it. */
function pieces(texts: readonly string[], order?: readonly number[]): readonly Piece[] {
  return texts.map((text, index) => {
    const line = text.endsWith('\n') ? `\n${text.slice(0, -1)}` : text;
    return { text: line, turn: order?.indexOf(index) ?? index };
  });
}

function endOf(text: string, part: string): number {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`“${part}” is not in the text.`);
  return at + part.length;
}

/** Before the line break: a person opens a line at the end of the one above. */
const beforeComponents = yaml.indexOf('\ncomponents:');
const yamlEnd = yaml.length - 1;
const prismaEnd = prisma.length - 1;
const behindPath = endOf(json, `"The plants." } }\n      }\n    }`);

/** Operations first, the component they refer to afterwards. */
function* inBothPlaces(operation: readonly Piece[], component: readonly Piece[]): Iterable<Key> {
  yield* keysOfPieces(operation, beforeComponents);
  yield* keysOfPieces(component, yamlEnd + operation.reduce((sum, { text }) => sum + text.length, 0));
}

const copiedOperation = yaml.slice(yaml.indexOf('  /plants:'), beforeComponents + 1);
const copiedComponent = yaml.slice(yaml.indexOf('    Plant:'));
const copiedModel = `\n${prisma.slice(prisma.indexOf('model Plant'))}`;
const copiedPath = `,${json.slice(json.indexOf('\n    "/plants"'), behindPath)}`;

function* paste(text: string, offset: number, mends: readonly (readonly [string, string])[]): Iterable<Key> {
  yield { span: { start: offset, end: offset }, newText: text };
  yield* mendingKeys(text, offset, mends);
}

/** Operations, components and models, each typed in three ways. */
export const typedTexts: readonly Typed[] = [
  {
    title: 'an operation and its component in YAML, in order',
    files: { 'api.yaml': yaml },
    path: 'api.yaml',
    keys: () => inBothPlaces(pieces(yamlOperation), pieces(yamlComponent)),
  },
  {
    title: 'an operation and its component in YAML, out of order',
    files: { 'api.yaml': yaml },
    path: 'api.yaml',
    keys: () =>
      inBothPlaces(pieces(yamlOperation, [0, 1, 5, 4, 3, 6, 2]), pieces(yamlComponent, [0, 3, 5, 6, 4, 1, 2])),
  },
  {
    title: 'an operation and its component in YAML, by pasting and mending',
    files: { 'api.yaml': yaml },
    path: 'api.yaml',
    keys: function* () {
      const component = [
        ['Plant', 'Order'],
        ['name', 'note'],
        ['name', 'note'],
      ] as const;
      yield* paste(copiedComponent, yaml.length, component);
      yield* paste(copiedOperation, beforeComponents + 1, [
        ['/plants', '/orders'],
        ['listPlants', 'listOrders'],
        ['Lists plants', 'Lists orders'],
        ['The plants', 'The orders'],
        ["schemas/Plant'", "schemas/Order'"],
      ]);
    },
  },
  {
    title: 'an operation in JSON, in order',
    files: { 'api.json': json },
    path: 'api.json',
    keys: () => keysOfPieces(pieces(jsonOperation), behindPath),
  },
  {
    title: 'an operation in JSON, out of order',
    files: { 'api.json': json },
    path: 'api.json',
    keys: () => keysOfPieces(pieces(jsonOperation, [0, 1, 4, 6, 3, 5, 2]), behindPath),
  },
  {
    title: 'an operation in JSON, by pasting and mending',
    files: { 'api.json': json },
    path: 'api.json',
    keys: () =>
      paste(copiedPath, behindPath, [
        ['/plants', '/orders'],
        ['listPlants', 'listOrders'],
        ['The plants', 'The orders'],
      ]),
  },
  {
    title: 'models in Prisma, in order',
    files: { 'schema.prisma': prisma },
    path: 'schema.prisma',
    keys: () => keysOfPieces(pieces(prismaModel), prismaEnd),
  },
  {
    title: 'models in Prisma, out of order',
    files: { 'schema.prisma': prisma },
    path: 'schema.prisma',
    keys: () => keysOfPieces(pieces(prismaModel, [0, 7, 3, 1, 6, 2, 8, 12, 11, 9, 10, 5, 4]), prismaEnd),
  },
  {
    title: 'models in Prisma, by pasting and mending',
    files: { 'schema.prisma': prisma },
    path: 'schema.prisma',
    keys: () =>
      paste(copiedModel, prisma.length, [
        ['Plant', 'Order'],
        ['name  String', 'note  String?'],
        ['price Float', 'total Decimal @db.Decimal(12, 2)'],
      ]),
  },
  {
    title: 'a model, of which a description is the interface',
    files: { 'schema.prisma': prisma, 'api.yaml': yaml },
    path: 'schema.prisma',
    keys: () => keysOf('\n  sku   String @unique\n  addedAt DateTime @default(now())', endOf(prisma, 'price Float')),
  },
];
