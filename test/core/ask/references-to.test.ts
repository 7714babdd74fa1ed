import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { referencesTo } from '#core/ask/references-to.ts';
import { readMarkedFiles } from './marked-files.ts';

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
