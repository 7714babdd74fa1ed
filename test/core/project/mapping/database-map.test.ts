import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { nearestSchema } from '#core/project/nearest-schema.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';
import { review } from '#core/review.ts';
import { mappingRule } from '../../../support/mapping-rule.ts';

const prisma = `model User {
  id        Int     @id
  fullName  String  @map("display_name")
  email     String
  isActive  Boolean
  createdAt DateTime
  posts     Post[]
}

model Post {
  id     Int    @id
  slug   String @unique
  title  String
  body   String
  user   User   @relation(fields: [userId], references: [id])
  userId Int
  tags   Tag[]

  @@map("articles")
}

model Tag {
  id    Int    @id
  label String
  posts Post[]
}

model TaskSchedule {
  id           String   @id
  friendlyId   String   @unique
  cron         String
  timezone     String
  nextRunAt    DateTime
  placeCity    String
  placeCountry String
}
`;

interface Desk {
  readonly schemas?: string;
  readonly paths?: string;
  readonly prisma?: string;
  readonly config?: string;
}

/** What is told of all schemas and paths, in the order of the file. */
function told({ schemas = '', paths = ' {}\n', prisma: schema = prisma, config }: Desk): readonly string[] {
  const api = `openapi: 3.1.0\npaths:${paths}components:\n  schemas:\n${schemas}`;
  const sources = [
    { uri: 'file:///desk/openapi.yaml', text: api },
    { uri: 'file:///desk/schema.prisma', text: schema },
    ...(config === undefined ? [] : [{ uri: 'file:///desk/plumbline.yaml', text: config }]),
  ];
  const preset = { name: 'all', description: '', base: 'all', rules: {} } as const;
  const settings = { folders: ['file:///desk/'], preset: 'all', unread: new Map(), failFast: true };
  const { files } = review(sources, { rules: [mappingRule], presets: [preset] }, settings);
  const findings = files.get('file:///desk/openapi.yaml')?.findings ?? [];
  const own = findings.filter(({ ruleId }) => ruleId === mappingRule.id);
  return own
    .flatMap((finding) => (finding.members.length > 0 ? finding.members : [finding]))
    .map(({ message }) => message);
}

/** Of each schema the model alone. */
function models(desk: Desk): readonly string[] {
  return told(desk).map((message) => message.replace(/ \d+:.*$/, ''));
}

function schemaOf(name: string, properties: string, more = ''): string {
  return `    ${name}: { ${more}type: object, properties: { ${properties} } }\n`;
}

/** Each property, and the field it stands for. */
function fieldsOf(name: string, properties: string): string {
  const [message = ''] = told({ schemas: schemaOf(name, properties) });
  return message.replace(/^\w+: \w+ \d+: /, '');
}

describe('the model of a schema', () => {
  it('is found by name, whatever role, version and number the name adds', () => {
    const names = [
      ...['User', 'Users', 'UserDto', 'CreateUserRequest', 'UserResponseV2', 'user_details', 'UserWithPosts'],
      ...['NewUser', 'UserInput', 'UpdateUserBody', 'UserCreate', 'RegisterUserRequest', 'UserSummary'],
    ];
    const schemas = names.map((name) => schemaOf(name, 'id: {}, email: {}')).join('');
    assert.deepEqual(
      models({ schemas }),
      names.map((name) => `${name}: User`),
    );
  });

  it('is found by the name of its table', () => {
    assert.deepEqual(models({ schemas: schemaOf('Article', 'title: {}, body: {}') }), ['Article: Post']);
  });

  it('is none where the name says that something is done, or tells of something else', () => {
    for (const name of ['UserLoginRequest', 'UserSession', 'ResetPassword', 'Meta'])
      assert.deepEqual(models({ schemas: schemaOf(name, 'id: {}, email: {}') }), [], name);
  });

  it('needs most of the properties to be fields, in any casing, or columns', () => {
    assert.deepEqual(models({ schemas: schemaOf('User', 'display_name: {}, Email: {}') }), ['User: User']);
    assert.deepEqual(models({ schemas: schemaOf('Post', 'title: {}, words: {}, likes: {}') }), []);
    assert.deepEqual(models({ schemas: schemaOf('Post', 'tags: {}') }), [], 'a relation alone');
  });

  it('is none for a page or an envelope', () => {
    const posts = 'posts: { type: array, items: {} }, id: {}, createdAt: {}, body: {}, title: {}';
    assert.deepEqual(models({ schemas: schemaOf('Posts', posts) }), []);
    assert.deepEqual(models({ schemas: schemaOf('UserResponse', "data: { $ref: '#/components/schemas/X' }") }), []);
  });

  it('is found by a part of its name where much agrees', () => {
    const much = 'id: {}, cron: {}, timezone: {}, nextRunAt: {}';
    assert.deepEqual(models({ schemas: schemaOf('Schedule', much) }), ['Schedule: TaskSchedule']);
    assert.deepEqual(models({ schemas: schemaOf('Schedule', 'id: {}, cron: {}') }), []);
    const two = prisma + prisma.slice(prisma.indexOf('model TaskSchedule')).replace('TaskSchedule', 'UserSchedule');
    assert.deepEqual(models({ schemas: schemaOf('Schedule', much), prisma: two }), [], 'two are as likely');
  });

  it('is that of others that are about the same', () => {
    const schedule = schemaOf('ScheduleObject', 'id: {}, cron: {}, timezone: {}, nextRunAt: {}');
    const change = schemaOf('UpdateScheduleRequest', 'timezone: {}');
    assert.deepEqual(models({ schemas: schedule + change }), [
      'ScheduleObject: TaskSchedule',
      'UpdateScheduleRequest: TaskSchedule',
    ]);
    assert.deepEqual(models({ schemas: change }), []);
  });

  it('is told by a relation where it stands', () => {
    const profile = schemaOf('Profile', 'full_name: {}, email: {}, followers: { type: integer }');
    const post = (user: string) => schemaOf('Post', `title: {}, body: {}, user: ${user}`);
    const told = (user: string) => models({ schemas: profile + post(user) });
    assert.deepEqual(told("{ $ref: '#/components/schemas/Profile' }"), ['Post.user: User', 'Post: Post']);
    assert.deepEqual(told('{ type: object, properties: { email: {}, active: { type: boolean } } }'), [
      'Post.user: User',
      'Post: Post',
    ]);
    assert.deepEqual(told('{ type: object, properties: { href: {} } }'), ['Post: Post']);
  });

  it('is decided by x-prisma-model', () => {
    assert.deepEqual(models({ schemas: schemaOf('Author', 'pen: {}', 'x-prisma-model: User, ') }), ['Author: User']);
    for (const none of ['None', 'false'])
      assert.deepEqual(models({ schemas: schemaOf('User', 'id: {}, email: {}', `x-prisma-model: ${none}, `) }), []);
  });

  it('is decided by plumbline.yaml', () => {
    const config =
      'mapping:\n  models: { Author: User, Post: false }\n  fields: { Author: { pen: fullName, id: false } }\n';
    const schemas = schemaOf('Author', 'pen: {}, id: {}') + schemaOf('Post', 'title: {}, body: {}');
    assert.deepEqual(told({ schemas, config }), ['Author: User 100: pen=fullName; id']);
  });

  it('is decided by a comment above the model', () => {
    const declared = `/// @api Author, Person\n${prisma.replace('model Post', '/// @api false\nmodel Post')}`;
    const schemas = ['Author', 'Person', 'CreateAuthor', 'Post'].map((name) =>
      schemaOf(name, 'email: {}, title: {}, id: {}'),
    );
    assert.deepEqual(models({ schemas: schemas.join(''), prisma: declared }), [
      'Author: User',
      'Person: User',
      'CreateAuthor: User',
    ]);
  });

  it('is found by the last thing a path names, for a schema without name', () => {
    const body = (schema: string) =>
      ` { get: { responses: { '200': { content: { application/json: { schema: ${schema} } } } } } }\n`;
    const paths = (path: string) => `\n  ${path}:${body('{ type: object, properties: { total: {}, note: {} } }')}`;
    const orders = `model Order {\n  id Int @id\n  total Int\n  note String\n}\n`;
    // The rule asks for the path /orders whatever the path is.
    assert.deepEqual(models({ paths: paths('/orders'), prisma: orders }).slice(1), ['inline: Order']);
  });

  it('is unknown as long as a line of it is not understood', () => {
    const broken = prisma.replace('email     String', 'email     ???');
    assert.deepEqual(models({ schemas: schemaOf('User', 'id: {}, fullName: {}'), prisma: broken }), []);
  });
});

describe('the field of a property', () => {
  it('is called alike, whatever casing, time, flag or name of the model is added', () => {
    assert.equal(
      fieldsOf(
        'User',
        'userId: {}, full_name: {}, active: { type: boolean }, created: { type: string }, userEmail: { type: string }',
      ),
      'userId=id, full_name=fullName, active=isActive, created=createdAt, userEmail=email',
    );
  });

  it('is none where another property is called as it', () => {
    assert.equal(fieldsOf('Post', 'title: {}, body: {}, postTitle: {}'), 'title=title, body=body; postTitle');
  });

  it('is the key of a relation for a value, and the relation for what is told in full', () => {
    assert.equal(
      fieldsOf('Post', 'title: {}, user: { type: integer }, tagIds: { type: array, items: {} }'),
      'title=title, user=userId, tagIds=tags',
    );
    assert.equal(
      fieldsOf('Post', 'title: {}, user: { type: object, properties: { id: {} } }'),
      'title=title, user=user',
    );
    assert.equal(fieldsOf('Post', 'title: {}, body: {}, tags: { type: boolean }'), 'title=title, body=body; tags');
  });

  it('is found in groups, and where an object is stored column by column', () => {
    assert.equal(
      fieldsOf('User', 'email: {}, metadata: { type: object, properties: { id: {}, createdAt: {} } }'),
      'email=email, metadata.id=id, metadata.createdAt=createdAt',
    );
    assert.equal(
      fieldsOf('TaskSchedule', 'cron: {}, place: { type: object, properties: { city: {}, country: {} } }'),
      'cron=cron, place.city=placeCity, place.country=placeCountry',
    );
  });

  it('is what stands for the key outside', () => {
    assert.equal(fieldsOf('TaskSchedule', 'id: { type: string }, cron: {}'), 'id=friendlyId, cron=cron');
    assert.equal(fieldsOf('TaskSchedule', 'id: { type: string }, friendlyId: {}'), 'id=id, friendlyId=friendlyId');
  });

  it('is decided by x-prisma-field', () => {
    assert.equal(
      fieldsOf('User', 'mail: { x-prisma-field: email }, id: {}, email: { x-prisma-field: false }'),
      'mail=email, id=id; email',
    );
  });
});

describe('the model of a path', () => {
  const body = (name: string) =>
    `{ responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } } } }`;
  const schemas = schemaOf('Post', 'id: {}, title: {}, body: {}') + schemaOf('User', 'id: {}, email: {}');
  const paths = (...lines: readonly string[]) =>
    told({ schemas, paths: `\n${lines.join('')}` }).filter((line) => line.startsWith('/'));

  it('is that of what is read there, with the fields its parameters pick rows by', () => {
    assert.deepEqual(
      paths(
        `  /users: { get: ${body('User')} }\n`,
        `  /users/{userId}: { get: ${body('User')} }\n`,
        `  /users/{userId}/posts: { get: ${body('Post')} }\n`,
        `  /users/{userId}/posts/{slug}: { get: ${body('Post')} }\n`,
      ),
      [
        '/users: many User',
        '/users/{userId}: one User, userId User.id! id',
        '/users/{userId}/posts: many Post, userId User.id! userId',
        '/users/{userId}/posts/{slug}: one Post, userId User.id! userId, slug Post.slug! slug',
      ],
    );
  });

  it('is found by names where a key or the model above confirms them', () => {
    const nothing = "{ delete: { responses: { '204': { description: ok } } } }";
    assert.deepEqual(paths(`  /posts/{slug}: ${nothing}\n`), ['/posts/{slug}: one Post, slug Post.slug! slug']);
    assert.deepEqual(paths(`  /tags/{id}: ${nothing}\n`), []);
    assert.deepEqual(paths(`  /users/{user}/posts: ${nothing}\n`), [
      '/users/{user}/posts: many Post, user User.id! userId',
    ]);
  });

  it('stays with what the bodies tell where the path is called otherwise', () => {
    assert.deepEqual(paths(`  /authors/{id}: { get: ${body('User')} }\n`), ['/authors/{id}: one User, id User.id! id']);
  });
});

describe('models of Prisma 8 that have one name in two namespaces', () => {
  const contract = `// use prisma-8
namespace auth {
  model User {
    id       Int    @id
    email    String
    password String
    sessions Session[]
  }
  model Session {
    id     Int    @id
    token  String @unique
    agent  String
    user   User   @relation(fields: [userId], references: [id])
    userId Int
  }
}
namespace shop {
  model User {
    id       Int    @id
    vatNumber String
    address  String
    phone    String
    orders   Order[]
  }
  model Order {
    id      Int    @id
    total   Int
    buyer   User   @relation(fields: [buyerId], references: [id])
    buyerId Int
  }
}
`;
  const holding = (name: string, ...fields: readonly string[]) =>
    schemaOf(name, fields.map((field) => `${field}: {}`).join(', '));
  const shopUser = ['id', 'vatNumber', 'address', 'phone'];

  it('are told apart by what they hold, and are left alone where that fits both', () => {
    const of = (...schema: Parameters<typeof holding>) => models({ schemas: holding(...schema), prisma: contract });
    assert.deepEqual(of('User', ...shopUser), ['User: shop.User']);
    assert.deepEqual(of('User', 'id', 'email', 'password'), ['User: auth.User']);
    assert.deepEqual(of('UserDto', ...shopUser), ['UserDto: shop.User']);
    assert.deepEqual(of('User', 'id'), []);
    assert.deepEqual(of('AuthUser', 'id', 'email'), ['AuthUser: auth.User']);
  });

  it('are those that relations and paths lead to', () => {
    const order = `${holding('Order', 'id', 'total')}`.replace(
      'total: {}',
      `total: {}, buyer: { type: object, properties: { phone: {}, address: {} } }`,
    );
    assert.deepEqual(models({ schemas: order, prisma: contract }), ['Order.buyer: shop.User', 'Order: shop.Order']);
    const paths = (path: string) =>
      told({ paths: `\n  ${path}: { delete: { responses: { '204': { description: ok } } } }\n`, prisma: contract });
    assert.deepEqual(paths('/users/{userId}'), []);
    assert.deepEqual(paths('/sessions/{token}'), [
      '/sessions/{token}: one auth.Session, token auth.Session.token! token',
    ]);
  });

  it('are meant by both names where somebody writes them, and by the bare one where that is enough', () => {
    const written = (name: string) => schemaOf('Thing', 'id: {}', `x-prisma-model: ${name}, `);
    const of = (name: string) => models({ schemas: written(name), prisma: contract });
    assert.deepEqual(of('shop.User'), ['Thing: shop.User']);
    assert.deepEqual(of('auth.User'), ['Thing: auth.User']);
    assert.deepEqual(of('Session'), ['Thing: auth.Session']);
    assert.deepEqual(of('User'), []);
    const declared = contract.replace(
      '  model User {\n    id       Int    @id\n    vat',
      '  /// @api Thing\n  model User {\n    id       Int    @id\n    vat',
    );
    assert.deepEqual(models({ schemas: schemaOf('Thing', 'id: {}'), prisma: declared }), ['Thing: shop.User']);
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
