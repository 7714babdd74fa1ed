import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { nearestSchema } from '#core/project/nearest-schema.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';
import { review } from '#core/review.ts';
import { localRule } from '#core/rule.ts';
import { ruleInfo } from '../../../support/test-rule.ts';

const prisma = `model User {
  id        Int     @id
  fullName  String  @map("display_name")
  email     String
  posts     Post[]
}

model Post {
  id     Int    @id
  title  String
  body   String
  user   User   @relation(fields: [userId], references: [id])
  userId Int
}
`;

const probe = localRule({
  ...ruleInfo,
  id: 'cross/probe',
  severity: 'info',
  on: ['openapi.schema'],
  needs: ['database'],
  *check(schema, scope) {
    if (schema.role !== 'component' && schema.role !== 'media-type') return;
    const path = schema.role === 'component' ? undefined : '/v1/users/{id}/posts/{postId}';
    const found = scope.modelFor(schema, path)?.name.value ?? 'nothing';
    yield { span: schema.anchor, message: `${schema.name?.value ?? 'inline'}: ${found}.` };
  },
});

function mapped(schemas: string): readonly string[] {
  const api = `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n${schemas}`;
  return findings([
    { uri: 'file:///desk/openapi.yaml', text: api },
    { uri: 'file:///desk/schema.prisma', text: prisma },
  ]);
}

function findings(sources: readonly { readonly uri: string; readonly text: string }[]): readonly string[] {
  const preset = { name: 'all', description: '', base: 'all', rules: {} } as const;
  const settings = { folders: ['file:///desk/'], preset: 'all', unread: new Map(), failFast: true };
  const { files } = review(sources, { rules: [probe], presets: [preset] }, settings);
  return [...files.values()].flatMap((file) => file.findings.map(({ message }) => message));
}

describe('the model of a schema', () => {
  it('is found by name, whatever role, version and number the name adds', () => {
    const schema = (name: string) => `    ${name}: { type: object, properties: { id: {}, email: {} } }\n`;
    const names = ['User', 'Users', 'UserDto', 'CreateUserRequest', 'UserResponseV2', 'user_details'];
    assert.deepEqual(
      mapped(names.map(schema).join('')),
      names.map((name) => `${name}: User.`),
    );
  });

  it('needs most of the properties to be fields, in any casing, or columns', () => {
    assert.deepEqual(
      mapped(
        '    User: { type: object, properties: { display_name: {}, Email: {} } }\n' +
          '    Post: { type: object, properties: { title: {}, words: {}, likes: {} } }\n',
      ),
      ['User: User.', 'Post: nothing.'],
    );
  });

  it('is decided by x-prisma-model', () => {
    assert.deepEqual(
      mapped(
        '    Author: { x-prisma-model: User, type: object, properties: { pen: {} } }\n' +
          '    User: { x-prisma-model: None, type: object, properties: { id: {}, email: {} } }\n',
      ),
      ['Author: User.', 'User: nothing.'],
    );
  });

  it('is found by the collection that ends the path, for a schema without name', () => {
    const api = `openapi: 3.1.0
paths:
  /v1/users/{id}/posts/{postId}:
    get:
      responses:
        '200':
          description: The post.
          content:
            application/json:
              schema: { type: object, properties: { title: {}, body: {} } }
`;
    const sources = [
      { uri: 'file:///desk/openapi.yaml', text: api },
      { uri: 'file:///desk/schema.prisma', text: prisma },
    ];
    assert.deepEqual(findings(sources), ['inline: Post.']);
  });
});

describe('the Prisma schema of a description', () => {
  const schemaAt = (root: string) =>
    new PrismaSchema(root, [cutPrisma({ uri: `${root}/schema.prisma`, text: prisma })]);
  const [a, b] = [schemaAt('file:///desk/apps/a/prisma'), schemaAt('file:///desk/apps/b/prisma')];

  it('is the only one, or the one in the nearest folder', () => {
    assert.equal(
      nearestSchema('file:///desk/docs/openapi.yaml', { schemas: [a], configuredSchemas: [] }, undefined),
      a,
    );
    assert.equal(
      nearestSchema('file:///desk/apps/b/openapi.yaml', { schemas: [a, b], configuredSchemas: [] }, undefined),
      b,
    );
  });

  it('is not that of another application', () => {
    const shared = schemaAt('file:///desk/packages/db/prisma');
    const schemas = { schemas: [a, shared], configuredSchemas: [] };
    assert.equal(nearestSchema('file:///desk/apps/c/openapi.yaml', schemas, undefined), undefined);
    assert.equal(nearestSchema('file:///desk/apps/a/docs/openapi.yaml', schemas, undefined), a);
    assert.equal(nearestSchema('file:///desk/packages/db/openapi.yaml', schemas, undefined), shared);
  });

  it('is none where two are as near, unless one is configured', () => {
    assert.equal(
      nearestSchema('file:///desk/docs/openapi.yaml', { schemas: [a, b], configuredSchemas: [] }, undefined),
      undefined,
    );
    assert.equal(
      nearestSchema(
        'file:///desk/docs/openapi.yaml',
        { schemas: [a, b], configuredSchemas: [] },
        'file:///desk/apps/a/prisma/',
      ),
      a,
    );
  });
});
