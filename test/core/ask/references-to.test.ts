import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import { definitionOf } from '#core/ask/definition-of.ts';
import { groupsOf } from '#core/ask/groups-of.ts';
import { referencesTo as referencesIn } from '#core/ask/references-to.ts';
import { documentAt } from '#core/ask/section-at.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { shiftSpan } from '#core/text/span.ts';
import { finish } from '#core/work/steps.ts';
import { generateOpenApi } from '../../support/generate-openapi.ts';
import { generatePrisma } from '../../support/generate-prisma.ts';
import { readMarkedFiles, workspaceOf } from './marked-files.ts';

const referencesTo = (...asked: Parameters<typeof referencesIn>) => finish(referencesIn(...asked));

/** Finds what is marked, wherever of it the cursor is. */
function finds(files: { readonly [name: string]: string }, only?: string): void {
  const { workspace, uri, offset, marked, shown } = readMarkedFiles(files);
  const found = referencesTo(workspace, uri, offset, only);
  assert.deepEqual(found.map(shown).sort(), [...marked].sort());
}

const findsIn = (text: string) => finds({ 'api.yaml': text });
const head = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n";

describe('referencesTo, in a description', () => {
  it('finds the uses of a component from its key and from a use', () => {
    const schemas = (key: string, use: string) => `${head}components:
  schemas:
    «${key}»: {type: object}
    A: {$ref: «${use}»}
    B: {items: {$ref: «"#/components/schemas/Order"»}, properties: {Order: {}}}
    C: {$ref: '#/components/schemas/Orders'}
    D: {discriminator: {propertyName: a, mapping: {o: «Order»}}}
    Orders: {}
`;
    findsIn(schemas('Or¦der', "'#/components/schemas/Order'"));
    findsIn(schemas('Order', "'#/components/schemas/¦Order'"));
  });

  it('finds those in other files', () => {
    finds({
      'api.yaml': `${head}paths: {/a: {$ref: a.yaml}}\ncomponents: {schemas: {«¦A»: {}, B: {$ref: «'#/components/schemas/A'»}}}\n`,
      'a.yaml': "get: {responses: {'200': {$ref: «'api.yaml#/components/schemas/A'»}}}\n",
    });
    finds({
      'api.yaml': `${head}paths: {/a: {$ref: «a.yaml»}}\n`,
      'a.yaml': '«ge¦t»: {responses: {}}\n',
    });
  });

  it('finds what names an operation, a tag, a scheme, a scope, a property and a parameter', () => {
    findsIn(`${head}paths:
  /a: {get: {operationId: «¦getA», responses: {'200': {links: {self: {operationId: «getA»}}}}}}
`);
    findsIn(
      `${head}tags: [{name: «A»}]\npaths: {/a: {get: {tags: [«¦A», B], responses: {}}, put: {tags: [«A»], responses: {}}}}\n`,
    );
    findsIn(`${head}security: [{«key»: []}]\ncomponents: {securitySchemes: {«k¦ey»: {type: apiKey}}}\n`);
    findsIn(`${head}security: [{a: [«read»]}]
components: {securitySchemes: {a: {type: oauth2, flows: {implicit: {scopes: {«¦read»: x}}}}}}
`);
    findsIn(`${head}components: {schemas: {A: {required: [«id»], properties: {«i¦d»: {}}}, B: {required: [id]}}}\n`);
    findsIn(`${head}paths:\n  /a/{«id»}:\n    parameters: [{name: «i¦d», in: path}]\n    get: {responses: {}}\n`);
  });

  it('finds names with slashes, and references with escapes', () => {
    findsIn(`${head}paths:
  «/a/¦b»: {get: {responses: {}}}
  /c: {$ref: «'#/paths/~1a~1b'»}
  /d: {$ref: «'#/paths/%7E1a~1b'»}
`);
  });

  it('finds nothing where nothing leads', () => {
    findsIn(`${head}components: {schemas: {¦A: {type: object}}}\n`);
    findsIn(`${head}components: {schemas: {A: {description: ¦A}, B: {$ref: '#/components/schemas/A'}}}\n`);
  });

  it('looks into one file where it is told to', () => {
    finds(
      {
        'api.yaml': `${head}paths: {/a: {$ref: a.yaml}}\ncomponents: {schemas: {«¦A»: {}, B: {$ref: «'#/components/schemas/A'»}}}\n`,
        'a.yaml': "get: {responses: {'200': {$ref: 'api.yaml#/components/schemas/A'}}}\n",
      },
      'file:///w/api.yaml',
    );
  });
});

describe('referencesTo, in a Prisma schema', () => {
  it('finds types, columns and values', () => {
    const schema = `model Post {
  id Int @id
  «authorId» Int
  author «User» @relation(fields: [«auth¦orId»], references: [id])
  editor «User»? @relation("edited")

  @@index([«authorId», id])
}

model «User» {
  id Int @id
  authorId Int
}
`;
    finds({ 'schema.prisma': schema.replaceAll('«User»', 'User') });
    const users = schema.replaceAll('«authorId»', 'authorId').replace('«auth¦orId»', 'authorId');
    finds({ 'schema.prisma': users.replace('model «User', 'model «Us¦er') });
    finds({ 'schema.prisma': 'model A {\n  a E @default(«X»)\n}\n\nenum E {\n  «X¦»\n  Y\n}\n' });
  });
});

describe('referencesTo, in a Prisma 8 schema', () => {
  it('finds qualified types by their names alone, and those of no other namespace', () => {
    const schema = `// use prisma-8
model User {
  id Int @id
}

namespace auth {
  model «Us¦er» {
    «id» Int @id
    posts Post[]
  }

  model Session {
    user «User» @relation(fields: [id], references: [«id»])
    id Int @id
  }
}

model Post {
  id Int @id
  author auth.«User» @relation(fields: [id], references: [«id»])
  editor User @relation(fields: [id], references: [id])
  reader supabase:auth.User @relation(fields: [id], references: [id])
}
`;
    finds({ 'schema.prisma': schema.replaceAll('«id»', 'id') });
    finds({ 'schema.prisma': schema.replaceAll('«id»', 'id').replace('¦', '').replace('auth.«Us', 'auth.«Us¦') });
    const ids = schema.replaceAll('«User»', 'User').replace('«Us¦er»', 'User');
    finds({ 'schema.prisma': ids.replace('    «id»', '    «i¦d»') });
    const top = schema.replace('«Us¦er»', 'User').replaceAll('«id»', 'id').replaceAll('«User»', 'User');
    finds({ 'schema.prisma': top.replace('model User', 'model «Us¦er»').replace('editor User', 'editor «User»') });
  });
});

describe('referencesTo, of a named type', () => {
  it('finds the fields and named types that have it, and its own name', () => {
    const schema = `// use prisma-8
types {
  «Ema¦il» = String @db.VarChar(191)
  Work = «Email»
}

model User {
  id    Int @id
  email «Email» @unique
  Email String
}

namespace auth {
  model Session {
    mails «Email»[]
  }
}
`;
    finds({ 'schema.prisma': schema });
    finds({ 'schema.prisma': schema.replace('¦', '').replace('«Email»[]', '«E¦mail»[]') });
    finds({
      'schema.prisma': schema.replace('«Ema¦il»', 'Email').replaceAll('«Email»', 'Email').replace('Work', 'Wo¦rk'),
    });
  });
});

describe('what a use leads to', () => {
  const openApi = generateOpenApi(4);
  const files = {
    'api.yaml': stringify(openApi, { aliasDuplicateObjects: false }),
    'api.json': JSON.stringify(openApi, undefined, 2),
    'schema.prisma': generatePrisma(200),
  };
  for (const [name, text] of Object.entries(files)) {
    it(`is what the use is found from, everywhere in ${name}`, () => {
      const uri = `file:///w/${name}`;
      const workspace = workspaceOf(new Map([[uri, text]]));
      const document = documentAt(workspace, uri);
      let count = 0;
      for (const [place, start] of document?.starts.entries() ?? []) {
        const section = document?.sections[place];
        const uses = section && groupsOf(workspace, uri)[0]?.usesIn(section).all;
        for (const { value } of uses ?? []) {
          const span = shiftSpan(value.span, start);
          for (const { uri: at, name: target } of definitionOf(workspace, uri, span.end)?.targets ?? []) {
            count++;
            const found = referencesTo(workspace, at, target.start);
            assert.ok(
              found.some((each) => each.span.start === span.start && each.kind !== 'declaration'),
              `${value.value} at ${span.start}`,
            );
          }
        }
      }
      assert.ok(count > 20, `${count}`);
    });
  }
});

describe('asked after edits', () => {
  it('they answer as if all had been read anew', () => {
    const uri = 'file:///w/api.yaml';
    const first = stringify(generateOpenApi(3), { aliasDuplicateObjects: false });
    const renamed = first.replaceAll('Account', 'Customer');
    const longer = first.replace('info:', 'x-more: [1, 2]\ninfo:');
    assert.notEqual(renamed, first);
    let kept: Workspace | undefined;
    for (const text of [first, longer, renamed, first]) {
      const anew = workspaceOf(new Map([[uri, text]]));
      kept = workspaceOf(new Map([[uri, text]]), kept);
      for (let offset = 0; offset < text.length; offset += 17) {
        assert.deepEqual(referencesTo(kept, uri, offset), referencesTo(anew, uri, offset), `${offset}`);
        assert.deepEqual(definitionOf(kept, uri, offset), definitionOf(anew, uri, offset), `${offset}`);
      }
    }
  });
});
