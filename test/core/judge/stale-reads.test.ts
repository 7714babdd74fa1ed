import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { staleReads } from '#core/judge/stale-reads.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import { unitGroups } from '#core/project/visit-nodes.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { DatabaseScope, Usages } from '#core/rule.ts';
import { recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';
import { finish } from '#core/work/steps.ts';

const folder = 'file:///desk/';
const rulebook = { rules: [], presets: [] };
const settings: ReviewSettings = { folders: [folder], preset: 'strict', unread: new Map() };

const files = {
  'api.yaml': `openapi: 3.1.0
info: { title: T, version: '1' }
servers: [{ url: https://a.example }]
paths:
  /users/{id}:
    get:
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
components:
  schemas:
    User: { type: object, properties: { name: { type: string }, mail: { $ref: 'mail.yaml#/Mail' } } }
    Other: { type: object }
`,
  'mail.yaml': 'Mail: { type: string }\nUnused: {}\n',
  'schema.prisma':
    'model User {\n  id Int @id\n  name String\n}\n\n/// @api Member\nmodel Users {\n  id Int @id\n  sum Int\n\n  @@map("people")\n}\n',
  'plumbline.yaml': 'preset: strict\nmapping: { models: { Other: Users } }\n',
};

type FileName = keyof typeof files;

type Question = (scope: DatabaseScope & Usages) => unknown;

/** Asks something; each edit with whether the answer may be another one then. */
interface Case {
  readonly asks: string;
  readonly ask: Question;
  readonly edits: readonly (readonly [file: FileName, from: string, to: string, isStale: boolean])[];
}

const cases: readonly Case[] = [
  {
    asks: 'for a component by its name',
    ask: (scope) => scope.find('openapi.schema', 'User'),
    edits: [
      ['api.yaml', 'name: { type: string }', 'name: { type: integer }', true],
      ['api.yaml', '    User:', '    Person:', true],
      ['api.yaml', 'Other: { type: object }', 'Other: { type: string }', false],
      ['mail.yaml', 'type: string', 'type: integer', false],
    ],
  },
  {
    asks: 'for what is not there',
    ask: (scope) => scope.find('openapi.schema', 'Person'),
    edits: [
      ['api.yaml', '    Other:', '    Person:', true],
      ['api.yaml', 'name: { type: string }', 'name: { type: integer }', false],
    ],
  },
  {
    asks: 'for all names',
    ask: (scope) => scope.names('openapi.schema'),
    edits: [
      ['api.yaml', '    Other:', '    Person:', true],
      ['api.yaml', 'Other: { type: object }', 'Other: { type: string }', false],
    ],
  },
  {
    asks: 'for a path by its template',
    ask: (scope) => scope.find('openapi.path-item', '/users/{}'),
    edits: [
      ['api.yaml', '/users/{id}', '/users/{key}', true],
      ['api.yaml', '/users/{id}', '/people/{id}', true],
      ['api.yaml', 'Other: { type: object }', 'Other: { type: string }', false],
    ],
  },
  {
    asks: 'for what a reference in another file leads to',
    ask: (scope) =>
      scope.find('openapi.schema', 'User')?.properties.map(({ schema }) => scope.resolve(schema)?.types.length),
    edits: [
      ['mail.yaml', 'type: string', 'type: integer', true],
      ['mail.yaml', 'Mail:', 'Post:', true],
      ['api.yaml', 'Other: { type: object }', 'Other: { type: string }', false],
    ],
  },
  {
    asks: 'for the servers',
    ask: (scope) => scope.roots('openapi.server'),
    edits: [
      ['api.yaml', 'a.example', 'b.example', true],
      ['api.yaml', 'title: T', 'title: U', false],
    ],
  },
  {
    asks: 'for how a schema travels',
    ask: (scope) => {
      const schema = scope.find('openapi.schema', 'Other');
      return schema && scope.usage(schema);
    },
    edits: [
      ['api.yaml', 'schemas/User', 'schemas/Other', true],
      ['api.yaml', 'title: T', 'title: U', false],
    ],
  },
  {
    asks: 'for the model of a schema',
    ask: (scope) => {
      const schema = scope.find('openapi.schema', 'User');
      return schema && scope.modelFor(schema);
    },
    edits: [
      ['schema.prisma', 'name String', 'title String', true],
      ['schema.prisma', 'model User {', 'model Person {', true],
      ['schema.prisma', 'model Users {', 'model Others {', true],
      ['schema.prisma', '"people"', '"others"', true],
      ['schema.prisma', '@api Member', '@api User', true],
      ['schema.prisma', 'sum Int', 'sum BigInt', false],
      ['plumbline.yaml', 'Other: Users', 'User: Users', true],
      ['plumbline.yaml', 'preset: strict', 'preset: docs', false],
      ['api.yaml', 'name: { type: string }', 'title: { type: string }', true],
      ['api.yaml', 'title: T', 'title: U', false],
    ],
  },
  {
    asks: 'for the model of a path',
    ask: (scope) => scope.modelOfPath('/users/{id}'),
    edits: [
      ['schema.prisma', 'id Int @id\n  name', 'key Int @id\n  name', true],
      ['schema.prisma', 'sum Int', 'sum BigInt', false],
      ['api.yaml', '/users/{id}', '/users/{name}', true],
      ['api.yaml', 'schemas/User', 'schemas/Other', true],
      ['api.yaml', 'Other: { type: object }', 'Other: { type: string }', false],
    ],
  },
  {
    asks: 'for the names of all models',
    ask: (scope) => scope.names('prisma.model'),
    edits: [
      ['schema.prisma', 'model Users {', 'model Others {', true],
      ['schema.prisma', 'sum Int', 'sum BigInt', false],
    ],
  },
  {
    asks: 'for all models, in their order',
    ask: (scope) => scope.roots('prisma.model'),
    edits: [
      [
        'schema.prisma',
        files['schema.prisma'],
        files['schema.prisma']
          .split(/(?<=\}\n)\n?/)
          .reverse()
          .join(''),
        true,
      ],
      ['api.yaml', 'title: T', 'title: U', false],
    ],
  },
];

describe('staleReads', () => {
  for (const { asks, ask, edits } of cases) {
    for (const [file, from, to, isStale] of edits) {
      const what = from.includes('\n') ? 'the order' : `“${from}”`;
      it(`${isStale ? 'names' : 'does not name'} what was read by who asks ${asks}, when ${what} is edited`, () => {
        assert.ok(files[file].includes(from));
        const before = open(files);
        const reads = readsOf(before, ask);
        const after = open({ ...files, [file]: files[file].replace(from, to) }, before);
        const stale = finish(staleReads(before, after, settings, settings));
        assert.equal(
          [...reads].some((key) => stale.has(key)),
          isStale,
          `${[...reads].join(', ')} / ${[...stale].join(', ')}`,
        );
      });
    }
  }
});

function open(texts: Readonly<Record<string, string>>, previous?: Workspace): Workspace {
  const sources = Object.entries(texts).map(([name, text]) => ({ uri: folder + name, text }));
  return openWorkspace(sources, rulebook, settings, previous);
}

/** What a question asked in the scope of the description reads. */
function readsOf(workspace: Workspace, ask: Question): ReadonlySet<ReadKey> {
  const unit = unitGroups(workspace, settings)[0]?.unitAt(0);
  assert.ok(unit?.database);
  const scope = { ...unit.database, ...finish(unit.prepareUsages()) };
  return recordReads(() => ask(scope)).reads;
}
