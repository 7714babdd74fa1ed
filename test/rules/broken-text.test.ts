import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { LineIndex } from '#core/text/line-index.ts';
import { rulebook } from '#rules/rulebook.ts';
import { judgesStructure } from '../support/structure-rules.ts';
import { applyFixes, reviewFiles } from './check-rule.ts';

/** A description without findings of recommended rules: each state below is one accident away from it. */
const yaml = `openapi: 3.0.3
info:
  title: Library
  version: 1.0.0
servers:
  - url: https://api.example.com
security:
  - key: []
paths:
  /books/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      operationId: getBook
      summary: Reads a book
      responses:
        '200': { $ref: '#/components/responses/Book' }
        '429': { $ref: '#/components/responses/Busy' }
        default: { $ref: '#/components/responses/Failure' }
  /shelves/{id}:
    parameters:
      - $ref: '#/components/parameters/Id'
    get:
      operationId: getShelf
      description: |
        Reads a shelf.
      responses:
        '200': { $ref: '#/components/responses/Book' }
        '429': { $ref: '#/components/responses/Busy' }
        default: { $ref: '#/components/responses/Failure' }
components:
  parameters:
    Id:
      name: id
      in: path
      required: true
      schema:
        type: string
  responses:
    Book:
      description: "The book."
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Book'
    Busy:
      description: Too many requests.
      headers:
        Retry-After: { schema: { type: integer } }
      content:
        application/problem+json:
          schema: { type: object }
    Failure:
      description: It failed.
      content:
        application/problem+json:
          schema: { type: object }
  schemas:
    Book:
      type: object
      properties:
        id: { type: string }
        tags: [a, b]
  securitySchemes:
    key:
      type: http
      scheme: bearer
`;

const json = JSON.stringify(
  {
    openapi: '3.0.3',
    info: { title: 'Library', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    security: [{ key: [] }],
    paths: {
      '/books/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        get: {
          operationId: 'getBook',
          summary: 'Reads a book',
          responses: {
            '200': { $ref: '#/components/responses/Book' },
            '429': { $ref: '#/components/responses/Busy' },
            default: { $ref: '#/components/responses/Failure' },
          },
        },
      },
      '/shelves/{id}': {
        parameters: [{ $ref: '#/components/parameters/Id' }],
        get: {
          operationId: 'getShelf',
          responses: {
            '200': { $ref: '#/components/responses/Book' },
            '429': { $ref: '#/components/responses/Busy' },
            default: { $ref: '#/components/responses/Failure' },
          },
        },
      },
    },
    components: {
      parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
      responses: {
        Book: {
          description: 'The book.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } },
        },
        Busy: {
          description: 'Too many requests.',
          headers: { 'Retry-After': { schema: { type: 'integer' } } },
          content: { 'application/problem+json': { schema: { type: 'object' } } },
        },
        Failure: {
          description: 'It failed.',
          content: { 'application/problem+json': { schema: { type: 'object' } } },
        },
      },
      schemas: { Book: { type: 'object', properties: { id: { type: 'string' } } } },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  },
  undefined,
  2,
);

const prisma = `datasource db {
  provider = "postgresql"
}

generator client {
  provider = "prisma-client"
  output   = "./client"
}

model Author {
  id        Int      @id @default(autoincrement())
  name      String   @db.VarChar(80)
  books     Book[]
  createdAt DateTime @default(now()) @db.Timestamptz(3)
  updatedAt DateTime @updatedAt @db.Timestamptz(3)
}

model Book {
  id        Int      @id @default(autoincrement())
  author    Author   @relation(fields: [authorId], references: [id])
  authorId  Int
  title     String   @default("none")
  createdAt DateTime @default(now()) @db.Timestamptz(3)
  updatedAt DateTime @updatedAt @db.Timestamptz(3)

  @@index([authorId])
}
`;

/** What is replaced by what, then the place of each finding (the text that begins there) with its code. */
type State = readonly [name: string, from: string, to: string, ...places: readonly string[]];

const marker = '<<<<<<< HEAD';
const ours = (text: string): string =>
  `${marker}\n${text}=======\n${text.replace(/\w(?=\W*$)/, 'x')}>>>>>>> theirs: a change\n`;

const yamlStates: readonly State[] = [
  [
    'a conflict in an operation',
    '      summary: Reads a book\n',
    ours('      summary: Reads a book\n'),
    `merge-conflict ${marker}`,
  ],
  ['a conflict at the start', 'openapi: 3.0.3\n', ours('openapi: 3.0.3\n'), `merge-conflict ${marker}`],
  [
    'a conflict about a whole path',
    '  /shelves/{id}:\n',
    `${marker}\n  /racks/{id}:\n    get: {}\n=======\n  /shelves/{id}:\n`,
    `merge-conflict ${marker}`,
  ],
  ['a conflict behind a header', 'components:\n', `components:\n${marker}\n`, `merge-conflict ${marker}`],
  [
    'a conflict about a component',
    '    Book:\n      type: object\n',
    ours('    Book:\n      type: object\n'),
    `merge-conflict ${marker}`,
  ],
  ['a conflict in a text', '        Reads a shelf.\n', ours('        Reads a shelf.\n'), `merge-conflict ${marker}`],
  [
    'what is left of a conflict',
    '      summary: Reads a book\n',
    '      summary: Reads a book\n>>>>>>> theirs\n',
    'merge-conflict >>>>>>> theirs',
  ],
  ['a half key in an operation', '      summary: Reads a book\n', '      summ\n', 'syntax summ'],
  ['a half key at the root', 'security:\n', 'secur\n', 'syntax secur'],
  ['a half path', '  /shelves/{id}:\n', '  /shelves/{id}\n', 'syntax /shelves/{id}'],
  ['a half component', '    Failure:\n', '    Failure\n', 'syntax Failure'],
  ['a half scheme', '    key:\n      type', '    key\n      type', 'syntax key\n'],
  ['a half key before the first one', '    Id:\n', '    I\n    Id:\n', 'syntax I\n'],
  [
    'a half key before deeper ones',
    '    get:\n      operationId: getBook\n',
    '    get\n      operationId: getBook\n',
    'syntax get\n',
  ],
  ['a key without its colon', '      type: object\n', '      type object\n', 'syntax type object'],
  ['a key without the space behind its colon', '      name: id\n', '      name:id\n', 'syntax name:id'],
  ['a tab', '      summary: Reads', '\t  summary: Reads', 'tab-indentation \t  summary'],
  ['an open double quote', '"The book."', '"The book.', 'syntax "The book.'],
  [
    'an open single quote',
    "'#/components/schemas/Book'",
    "'#/components/schemas/Book",
    "syntax '#/components/schemas/Book",
  ],
  ['an open quote above others', 'Reads a book', '"Reads a book', 'syntax "Reads a book'],
  ['an open list', 'tags: [a, b]', 'tags: [a, b', 'syntax [a, b'],
  ['an open map', '{ type: object }', '{ type: object', 'syntax { type: object'],
  [
    'an open map within a list',
    '{ name: id, in: path, required: true, schema: { type: string } }',
    '{ name: id, in: path, schema: { type: string }',
    'syntax { name: id',
  ],
  ['a bracket at the root', 'security:\n  - key: []\n', 'security: [{ key: [] }\n', 'syntax [{ key'],
  ['a bracket too many', 'tags: [a, b]', 'tags: [a, b]]', 'syntax ]\n'],
  ['a space less', '      summary: Reads', '     summary: Reads', 'syntax summary'],
  ['two spaces more', '      summary: Reads', '        summary: Reads', 'syntax summary'],
  ['a dash among keys', '      summary: Reads', '      - summary: Reads', 'syntax - summary'],
  [
    'a key among items',
    '  - url: https://api.example.com\n',
    '  - url: https://api.example.com\n  name: main\n',
    'syntax name: main',
  ],
  ['an alias without an anchor', 'summary: Reads a book', 'summary: *book', 'unknown-alias *book'],
  ['a text with a colon', 'summary: Reads a book', 'summary: Reads: a book', 'syntax Reads: a book'],
  ['a character that begins no value', 'summary: Reads a book', 'summary: @book', 'syntax @book'],
  [
    'a line that ends the document',
    '      summary: Reads a book\n',
    '---\n      summary: Reads a book\n',
    'syntax ---',
  ],
  ['a line that ends the document between keys', 'components:\n', '---\ncomponents:\n', 'syntax ---'],
  [
    'a line twice',
    '      summary: Reads a book\n',
    '      summary: Reads a book\n      summary: Reads a book\n',
    'duplicate-key summary: Reads a book\n      responses',
  ],
  [
    'half of a block',
    '      type: object\n      properties:\n',
    '      type: object\n        - { $ref:\n      properties:\n',
    'syntax - { $ref',
  ],
  ['another half of a block', '    Failure:\n', '    Failure:\n          schema: { $ref\n', 'syntax { $ref'],
  [
    'a text in place of a response',
    "'429': { $ref: '#/components/responses/Busy' }",
    "'429':\n          $ref:'#/components/responses/Busy'",
  ],
  ['a text in place of a parameter', "- $ref: '#/components/parameters/Id'", "- $ref:'#/components/parameters/Id'"],
  ['the first letters of a parameter', "- $ref: '#/components/parameters/Id'", '- $r'],
  ['a text in place of a schema', "$ref: '#/components/schemas/Book'", "$ref:'#/components/schemas/Book'"],
  ['a text in place of a media type', "schema:\n            $ref: '#/components/schemas/Book'", 'schema:Book'],
  ['a text in place of headers', 'Retry-After: { schema: { type: integer } }', 'Retry-After:5'],
  ['a text in place of a requirement', '  - key: []\n', '  - key:[]\n'],
  ['the first letters of a requirement', '  - key: []\n', '  - ke\n'],
  ['a text in place of a scheme', '      type: http\n      scheme: bearer\n', '      type:http\n'],
  [
    'a text in place of a shared parameter',
    '      name: id\n      in: path\n      required: true\n      schema:\n        type: string\n',
    '      name:id\n',
  ],
  ['a map of components without its colon', '  schemas:\n    Book', '  schemas\n    Book', 'syntax schemas'],
  ['a map of components a space less', '  schemas:\n    Book', ' schemas:\n    Book', 'syntax schemas'],
  [
    'a media type twice',
    '        application/problem+json:\n',
    '        application/problem+json:\n        application/problem+json:\n',
    'duplicate-key application/problem+json:\n          schema',
  ],
  [
    'a component within the one before',
    '    Busy:\n      description',
    '      Busy:\n      description',
    'duplicate-key description: Too',
    'duplicate-key content:\n        application/problem',
  ],
  [
    'a text in place of all parameters',
    '    Id:\n      name: id\n      in: path\n      required: true\n      schema:\n        type: string\n',
    '    I\n',
  ],
  [
    'lines without their indentation',
    '      in: path\n      required: true\n',
    '      in: path\n   required: true\n',
    'syntax required',
  ],
];

const jsonStates: readonly State[] = [
  [
    'a conflict in an operation',
    '          "summary": "Reads a book",\n'.slice(2),
    ours('        "summary": "Reads a book",\n'),
    `merge-conflict ${marker}`,
  ],
  ['a conflict about a path', '    "/shelves/{id}": {\n', ours('    "/shelves/{id}": {\n'), `merge-conflict ${marker}`],
  ['a conflict at the start', '{\n  "openapi"', `${marker}\n{\n  "openapi"`, `merge-conflict ${marker}`],
  ['a conflict behind a header', '  "components": {\n', `  "components": {\n${marker}\n`, `merge-conflict ${marker}`],
  [
    'what is left of a conflict',
    '        "summary": "Reads a book",\n',
    '        "summary": "Reads a book",\n=======\n',
    'merge-conflict =======',
  ],
  ['a half key', '"summary": "Reads a book"', '"summ', 'syntax "summ'],
  ['a half key at the root', '  "security": [\n', '  "secur\n  "security": [\n', 'syntax "secur\n'],
  ['a half path', '    "/shelves/{id}": {\n', '    "/shel\n    "/shelves/{id}": {\n', 'syntax "/shel\n'],
  ['a key alone', '"summary": "Reads a book"', '"summary"', 'syntax "summary"'],
  ['a key without a value', '"summary": "Reads a book"', '"summary": ', 'syntax "summary"'],
  ['a key without its colon', '"summary": "Reads', '"summary" "Reads', 'syntax "Reads'],
  ['an open text', '"Reads a book"', '"Reads a book', 'syntax "Reads'],
  ['a bare word', '"summary": "Reads a book"', '"summary": Reads', 'syntax Reads'],
  ['single quotes', '"Reads a book"', "'Reads a book'", "syntax 'Reads a book'"],
  ['a key in single quotes', '"summary": "R', "'summary': \"R", "syntax 'summary'"],
  ['a missing comma', '"Reads a book",', '"Reads a book"', 'syntax "responses"'],
  ['a missing comma between paths', '    },\n    "/shelves', '    }\n    "/shelves', 'syntax }\n    "/shelves'],
  ['a comma too many', '"Reads a book",', '"Reads a book",,', 'syntax ,\n'],
  [
    'a comma behind the last',
    '"name": "id",\n        "in": "path",\n        "required": true,\n',
    '"name": "id",\n        "required": true,,\n',
    'syntax ,\n        "schema"',
  ],
  ['an open brace', '"summary": "Reads a book",', '"externalDocs": {', 'syntax {\n        "responses"'],
  ['an open bracket', '"summary": "Reads a book",', '"tags": [', 'syntax [\n        "responses"'],
  [
    'a brace too few',
    '          }\n        }\n      }\n    },\n    "/shelves',
    '          }\n        }\n    },\n    "/shelves',
    'syntax {\n        "operationId": "getBook"',
  ],
  ['a brace too many', '    },\n    "/shelves', '    }},\n    "/shelves', 'syntax },\n    "/shelves'],
  [
    'a bracket too many',
    '      ],\n      "get": {\n        "operationId": "getBook"',
    '      ]],\n      "get": {\n        "operationId": "getBook"',
    'syntax ],\n      "get"',
  ],
  ['a brace that ends the root early', '\n  "components"', '\n}\n[\n  "components"', 'syntax }\n['],
  [
    'half of a block',
    '        "operationId": "getBook",\n',
    '        "operationId": "getBook",\n            "schema": { "$ref":\n',
    'syntax "$ref":\n',
  ],
  ['a key at the root without its end', '  "components": {', '  "components: {', 'syntax "components: {'],
  [
    'a text above others without its end',
    '        "operationId": "getShelf",\n',
    '        "summary": "Reads\n        "operationId": "getShelf",\n',
    'syntax "Reads\n',
  ],
  ['a map opened twice', '  "info": {\n', '  "info": {\n  "info": {\n', 'syntax {\n  "info"'],
  [
    'a line twice',
    '        "summary": "Reads a book",\n',
    '        "summary": "Reads a book",\n        "summary": "Reads a book",\n',
    'duplicate-key "summary": "Reads a book",\n        "responses"',
  ],
];

const prismaStates: readonly State[] = [
  ['a conflict in a model', '  authorId  Int\n', ours('  authorId  Int\n'), `merge-conflict ${marker}`],
  ['a conflict about a model', 'model Book {\n', ours('model Book {\n'), `merge-conflict ${marker}`],
  ['a conflict at the start', 'datasource db {\n', `${marker}\ndatasource db {\n`, `merge-conflict ${marker}`],
  [
    'what is left of a conflict',
    '  @@index([authorId])\n',
    '>>>>>>> theirs\n  @@index([authorId])\n',
    'merge-conflict >>>>>>> theirs',
  ],
  ['a half field', '  authorId  Int\n', '  auth\n', 'missing-type auth'],
  ['a half attribute', '@relation(fields: [authorId], references: [id])', '@', 'missing-name @'],
  ['an open parenthesis', 'references: [id])', 'references: [id]', 'unclosed-bracket (fields'],
  ['an open bracket', '@@index([authorId])', '@@index([authorId)', 'unexpected-text )'],
  ['an argument that is being typed', '@@index([authorId])', '@@index([', 'unclosed-bracket ['],
  ['an open text', '"none"', '"none', 'unclosed-string "none'],
  ['single quotes', '"none"', "'none'", "single-quotes 'none'"],
  ['a model that is not closed', '}\n\nmodel Book', '\nmodel Book', 'unclosed-block Author {'],
  ['a model that is being begun', 'model Book {', 'model\n\nmodel Book {', 'stray-line model\n'],
  ['a model with a name alone', 'model Book {', 'model Shelf\n\nmodel Book {', 'stray-line model Shelf'],
  ['a model without its brace', 'model Book {', 'model Book', 'stray-line model Book'],
  ['a model without its first line', 'model Book {\n', '', 'stray-member id '],
  ['a brace too many', '  authorId  Int\n', '  authorId  Int\n}\n', 'stray-member title'],
  ['a brace too many at the end', '  @@index([authorId])\n}\n', '  @@index([authorId])\n}\n}\n', 'stray-brace }\n'],
  ['an open comment', '  authorId  Int\n', '  /* authorId  Int\n', 'invalid-line /*'],
  ['a colon behind the name', '  authorId  Int\n', '  authorId: Int\n', 'legacy-colon : Int'],
  [
    'a bracket on several lines',
    '@@index([authorId])',
    '@@index([\n    authorId,\n  ])',
    'several-lines ([',
    'several-lines [\n',
  ],
  [
    'arguments on several lines',
    '(fields: [authorId], references: [id])',
    '(\n    fields: [authorId],\n    references: [id] // of Author\n  )',
    'several-lines (\n',
  ],
  ['two values of a field', '  authorId  Int\n', '  authorId  Int BigInt\n', 'unexpected-text BigInt'],
  ['a comma too many', '@@index([authorId])', '@@index([authorId,])', 'trailing-comma ,'],
];

describe('a text one accident away from a good one', () => {
  for (const [file, good, states] of [
    ['openapi.yaml', yaml, yamlStates],
    ['openapi.json', json, jsonStates],
    ['schema.prisma', prisma, prismaStates],
  ] as const) {
    it(`${file}: the good one has nothing to tell`, () => assert.deepEqual(told(file, good), []));
    for (const [name, from, to, ...places] of states) {
      it(`${file}, ${name}: that is told at its place, and nothing else`, () => {
        assert.equal(good.split(from).length > 1, true, 'the accident happens');
        const text = good.replace(from, () => to);
        const wanted = places.map((place) => {
          const [, code, start = ''] = /^(\S+) (.*)$/s.exec(place) ?? [];
          assert.ok(text.includes(start), start);
          return `${code} at ${lineAndColumn(text, nearest(text, start, firstDifference(good, text)))}`;
        });
        assert.deepEqual(told(file, text), wanted);
      });
    }
  }
});

describe('the structure of a text one accident away from a good one', () => {
  const good = { yaml: yaml.replace('tags: [a, b]', 'tags: { type: array, items: { type: string } }'), json };
  const rules = rulebook.rules.filter((rule) => judgesStructure(rule) && rule.recommended);
  const codes = (file: string, text: string) => {
    const { files } = reviewFiles({ [file]: text }, rules);
    return [...files.values()].flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
  };

  for (const [name, language, from, to, code] of [
    ['no accident', 'yaml', 'openapi', 'openapi', undefined],
    ['no accident', 'json', 'openapi', 'openapi', undefined],
    ['a map of components further out', 'yaml', '  parameters:\n    Id', ' parameters:\n    Id', 'syntax'],
    ['a map of components as an item', 'yaml', '  responses:\n    Book', '  - responses:\n    Book', 'syntax'],
    ['the first line of the file further in', 'yaml', 'openapi:', '  openapi:', 'syntax'],
    ['a header without its colon', 'yaml', 'paths:\n', 'paths\n', 'syntax'],
    ['a header that is gone', 'json', '  "components": {\n', '', 'syntax'],
    ['a map of components that is gone', 'json', '    "parameters": {\n', '', 'syntax'],
    [
      'a key that is being typed above others',
      'json',
      '    "parameters": {\n',
      '    "para\n    "parameters": {\n',
      'syntax',
    ],
    [
      'a key in single quotes',
      'json',
      '    "responses": {\n      "Book"',
      '    \'responses\': {\n      "Book"',
      'syntax',
    ],
    ['a document that ends early', 'yaml', 'paths:\n', '---\npaths:\n', 'syntax'],
    ['another document before it', 'yaml', 'openapi:', 'kind: Api\nname: library\n---\nopenapi:', 'several-documents'],
  ] as const) {
    it(`${language}, ${name}: only that is told`, () => {
      assert.ok(good[language].includes(from));
      const text = good[language].replace(from, () => to);
      const told = new Set(codes(`openapi.${language}`, text));
      assert.deepEqual([...told], code === undefined ? [] : [`plumbline/${code}`]);
    });
  }
});

describe('a file one accident away from a good one, and others beside it', () => {
  const root = {
    openapi: '3.0.3',
    servers: [{ url: 'https://api.example.com' }],
    security: [],
    paths: { '/books': { $ref: 'books.json' }, '/shelves': { $ref: 'shelves.json' } },
    components: { schemas: { Book: { $ref: 'schemas.json#/Book' } }, responses: { Busy: { description: 'Busy.' } } },
  };
  const path = (name: string) => ({
    get: {
      operationId: name,
      responses: {
        '200': {
          description: 'Read.',
          content: { 'application/json': { schema: { $ref: 'openapi.json#/components/schemas/Book' } } },
        },
      },
    },
  });
  const good = {
    'openapi.json': print(root),
    'books.json': print(path('getBook')),
    'shelves.json': print(path('getShelf')),
    'schemas.json': print({ Book: { type: 'object', properties: { id: { type: 'string' } } } }),
  };
  const rules = rulebook.rules.filter(
    ({ id }) => id === 'openapi/reference-resolves' || id.startsWith('openapi/path-'),
  );

  for (const [name, from, to, code] of [
    ['a half key above a reference', '"Book": {\n', '"Boo\n', 'syntax'],
    ['a path without its first line', '    "/books": {\n', '', 'syntax'],
    ['no accident', '"Book"', '"Book"', undefined],
  ] as const) {
    it(`${name}: nothing is told of the others`, () => {
      const text = good['openapi.json'].replace(from, to);
      const { files } = reviewFiles({ ...good, 'openapi.json': text }, rules);
      const told = [...files.values()].flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
      assert.deepEqual(told, code === undefined ? [] : [`plumbline/${code}`]);
    });
  }
});

function print(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function told(file: string, text: string): readonly string[] {
  const rules = rulebook.rules.filter((rule) => rule.recommended && !judgesStructure(rule));
  const { files } = reviewFiles({ [file]: text }, rules);
  const findings = [...files.values()].flatMap((reviewed) => reviewed.findings);
  return findings.map(({ ruleId, span, message }) => {
    assert.match(message, /^\S.*[.?!]$/s, 'a message is a sentence');
    return ruleId.startsWith('plumbline/')
      ? `${ruleId.slice('plumbline/'.length)} at ${lineAndColumn(text, span.start)}`
      : `${ruleId} ${message}`;
  });
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (a[index] === b[index]) index++;
  return index;
}

/** Where some words begin, nearest to an offset. */
function nearest(text: string, words: string, offset: number): number {
  const [before, after] = [text.lastIndexOf(words, offset), text.indexOf(words, offset)];
  return before < 0 || (after >= 0 && after - offset < offset - before) ? after : before;
}

function lineAndColumn(text: string, offset: number): string {
  const { line, character } = new LineIndex(text).positionAt(offset);
  return `${line + 1}:${character + 1}`;
}

describe('A fix beside text that is not understood', () => {
  it('is written as far as the rest tells how', () => {
    const others = ['racks', 'rooms', 'floors']
      .map((name) => `  /${name}:\n    get: { responses: { '200': { $ref: '#/components/responses/Book' } } }\n`)
      .join('');
    const text = yaml
      .replaceAll("        '429': { $ref: '#/components/responses/Busy' }\n", '')
      .replace('https://api.example.com', 'https://library.dev')
      .replace('components:\n', `${others}components:\n`)
      .replace('      description: Too many', '      descr\n      description: Too many')
      .replace('      summary: Reads a book\n', '      summ\n');
    const rules = rulebook.rules.filter((rule) => rule.recommended && !judgesStructure(rule));
    const reviewed = reviewFiles({ 'openapi.yaml': text }, rules);
    const findings = [...reviewed.files.values()].flatMap((file) => file.findings);
    const [found] = findings.filter(({ ruleId }) => ruleId === 'openapi/rate-limit-documented');
    assert.match(found?.message ?? '', /should document 429/);
    const written = applyFixes(reviewed, { 'openapi.yaml': text }, found?.fixes.slice(0, 1) ?? []);
    assert.match(written['openapi.yaml'] ?? '', /'429':/);
  });
});
