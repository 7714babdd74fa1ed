/** Two versions of a file, and what a fix makes of the second. */
export interface ChangeFix {
  readonly title: string;
  readonly file: 'openapi.yaml' | 'openapi.json' | 'schema.prisma';
  readonly before: string;
  readonly after: string;
  readonly rule: string;
  /** The title of the fix. */
  readonly fix: string;
  readonly fixed: string;
}

const api = (schemas: string, version = '3.0.3'): string => `openapi: ${version}
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/NewOrder' }
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
${schemas}`;

const newOrder = `    NewOrder:
      type: object
      required: [shop]
      properties:
        shop: { type: string }
        channel: { type: string, enum: [web, shop] }
`;

const order = `    Order:
      type: object
      required:
        - id
        - total
      properties:
        id:
          type: string
        # In cents.
        total:
          $ref: '#/components/schemas/Money'
        note:
          type: string
`;
const money = `    Money:
      type: integer
`;

const orders: readonly ChangeFix[] = [
  {
    title: 'a property under a new name comes back beside it, with what it refers to',
    file: 'openapi.yaml',
    before: api(newOrder + order + money),
    after: api(
      newOrder +
        `    Order:
      type: object
      required:
        - id
      properties:
        id:
          type: string
        amount:
          type: string
        note:
          type: string
`,
    ),
    rule: 'change/response-property-kept',
    fix: 'Bring “total” back, deprecated',
    fixed: api(
      newOrder +
        `    Order:
      type: object
      required:
        - id
        - total
      properties:
        id:
          type: string
        total:
          allOf:
            - $ref: '#/components/schemas/Money'
          deprecated: true
        amount:
          type: string
        note:
          type: string
    Money:
      type: integer
`,
    ),
  },
  {
    title: 'in 3.1 a property is deprecated beside its reference',
    file: 'openapi.yaml',
    before: api(newOrder + order + money, '3.1.0'),
    after: api(
      newOrder + order.replace(/ {8}# In cents[\s\S]*Money'\n/, '').replace('        - total\n', '') + money,
      '3.1.0',
    ),
    rule: 'change/response-property-kept',
    fix: 'Bring “total” back, deprecated',
    fixed: api(
      newOrder +
        order.replace(
          / {8}# In cents[\s\S]*Money'/,
          "        total: { $ref: '#/components/schemas/Money', deprecated: true }",
        ) +
        money,
      '3.1.0',
    ),
  },
  {
    title: 'an optional property as it was',
    file: 'openapi.yaml',
    before: api(newOrder + order + money),
    after: api(newOrder + order.replace(/ {8}note:\n.*\n/, '') + money),
    rule: 'change/response-optional-property-kept',
    fix: 'Bring “note” back',
    fixed: api(newOrder + order + money),
  },
  {
    title: 'a property that is promised again',
    file: 'openapi.yaml',
    before: api(newOrder + order + money),
    after: api(newOrder + order.replace('        - total\n', '') + money),
    rule: 'change/response-property-kept',
    fix: 'Require “total” again',
    fixed: api(newOrder + order + money),
  },
  {
    title: 'a property that requests need not have',
    file: 'openapi.yaml',
    before: api(newOrder + order + money),
    after: api(newOrder.replace('[shop]', '[shop, channel]') + order + money),
    rule: 'change/request-nothing-more-required',
    fix: 'Let “channel” be optional',
    fixed: api(newOrder + order + money),
  },
  {
    title: 'the only property that requests need not have',
    file: 'openapi.yaml',
    before: api(newOrder.replace('      required: [shop]\n', '') + order + money),
    after: api(newOrder + order + money),
    rule: 'change/request-nothing-more-required',
    fix: 'Let “shop” be optional',
    fixed: api(newOrder.replace('      required: [shop]\n', '') + order + money),
  },
  {
    title: 'a value of a list, beside a new one',
    file: 'openapi.yaml',
    before: api(newOrder + order + money),
    after: api(newOrder.replace('[web, shop]', '[web, phone]') + order + money),
    rule: 'change/request-still-accepted',
    fix: 'List “shop” again',
    fixed: api(newOrder.replace('[web, shop]', '[web, phone, shop]') + order + money),
  },
];

const shopApi = (paths: string, components: string): string => `openapi: 3.0.3
info:
  title: Shop
  version: 1.0.0
paths:
${paths}components:
${components}`;

const carts = `  /carts:
    get:
      summary: List carts
      responses:
        '200':
          description: The carts.
`;

const cart = `    delete:
      summary: Empty all carts
      operationId: emptyCarts
      parameters:
        - $ref: '#/components/parameters/Reason'
      responses:
        '204':
          description: They are empty.
`;

const refunds = `  /refunds/{id}:
    get:
      responses:
        '200':
          description: The refund.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Refund'
`;

const reason = `  parameters:
    Reason:
      name: reason
      in: query
      schema:
        type: string
`;

const refund = `  schemas:
    Refund:
      type: object
`;

const operations: readonly ChangeFix[] = [
  {
    title: 'an operation, with the parameter that went with it',
    file: 'openapi.yaml',
    before: shopApi(carts + cart, reason + refund),
    after: shopApi(carts, refund),
    rule: 'change/operation-kept',
    fix: 'Bring DELETE /carts back, deprecated',
    fixed: shopApi(carts + cart.replace('emptyCarts\n', 'emptyCarts\n      deprecated: true\n'), refund + reason),
  },
  {
    title: 'a path, with the schema that went with it',
    file: 'openapi.yaml',
    before: shopApi(carts + refunds, reason + refund),
    after: shopApi(carts, reason),
    rule: 'change/path-kept',
    fix: 'Bring “/refunds/{id}” back, deprecated',
    fixed: shopApi(carts + refunds.replace('    get:\n', '    get:\n      deprecated: true\n'), reason + refund),
  },
];

const head = 'datasource db {\n  provider = "postgresql"\n}\n';
const user = `${head}
model User {
  id        Int      @id @default(autoincrement())
  email     String   @unique
  nick      String?  @db.VarChar(40)
  createdAt DateTime @default(now()) @map("created_at")

  @@map("users")
}
`;
const task = `${head}
enum Status {
  OPEN
  DONE
}

model Task {
  id     Int    @id @default(autoincrement())
  status Status
}
`;
const shop = `${head}
model Customer {
  id       Int       @id @default(autoincrement())
  invoices Invoice[]
}

enum Currency {
  EUR
  USD
}

/// What is to be paid.
model Invoice {
  id         Int      @id @default(autoincrement())
  currency   Currency
  // Who pays.
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId Int

  @@index([customerId])
}

model Note {
  id Int @id @default(autoincrement())
}
`;

const schemas: readonly ChangeFix[] = [
  {
    title: 'a field that the client no longer knows',
    file: 'schema.prisma',
    before: user,
    after: user.replace(/ {2}nick .*\n/, ''),
    rule: 'change/column-kept',
    fix: 'Keep `nick` for a release with `@ignore`',
    fixed: user.replace('@db.VarChar(40)', '@db.VarChar(40) @ignore'),
  },
  {
    title: 'a required field that may be empty before it goes',
    file: 'schema.prisma',
    before: user,
    after: user.replace(/ {2}email .*\n/, ''),
    rule: 'change/column-kept',
    fix: 'Keep `email` for a release with `@ignore`, optional',
    fixed: user.replace('String   @unique', 'String?  @unique @ignore'),
  },
  {
    title: 'a field as it was',
    file: 'schema.prisma',
    before: user,
    after: user.replace(/ {2}createdAt .*\n/, ''),
    rule: 'change/column-kept',
    fix: 'Bring `createdAt` back',
    fixed: user,
  },
  {
    title: 'a new name for the same column, before its type',
    file: 'schema.prisma',
    before: user,
    after: user.replace('  nick     ', '  nickname '),
    rule: 'change/column-renamed-mapped',
    fix: 'Keep the column “nick”',
    fixed: user.replace('  nick     ', '  nickname ').replace('@db.V', '@map("nick") @db.V'),
  },
  {
    title: 'a column that has its name back',
    file: 'schema.prisma',
    before: user,
    after: user.replace('@map("created_at")', '@map("created")'),
    rule: 'change/map-kept',
    fix: 'Keep the column “created_at”',
    fixed: user,
  },
  {
    title: 'a column that has no other name again',
    file: 'schema.prisma',
    before: user,
    after: user.replace('@unique', '@unique @map("mail")'),
    rule: 'change/map-kept',
    fix: 'Keep the column “email”',
    fixed: user,
  },
  {
    title: 'a table that has its name back',
    file: 'schema.prisma',
    before: user,
    after: user.replace('@@map("users")', '@@map("members")'),
    rule: 'change/map-kept',
    fix: 'Keep the table “users”',
    fixed: user,
  },
  {
    title: 'a model under a new name, mapped before',
    file: 'schema.prisma',
    before: user,
    after: user.replace('model User', 'model Member').replace('"users"', '"members"'),
    rule: 'change/table-renamed-mapped',
    fix: 'Keep the table “users”',
    fixed: user.replace('model User', 'model Member'),
  },
  {
    title: 'a model under a new name',
    file: 'schema.prisma',
    before: user.replace('\n  @@map("users")\n', ''),
    after: user.replace('\n  @@map("users")\n', '').replace('model User', 'model Member'),
    rule: 'change/table-renamed-mapped',
    fix: 'Keep the table “User”',
    fixed: user.replace('model User', 'model Member').replace('"users"', '"User"'),
  },
  {
    title: 'a value that rows have',
    file: 'schema.prisma',
    before: task,
    after: task.replace('  DONE\n', ''),
    rule: 'change/enum-value-kept',
    fix: 'Bring `DONE` back',
    fixed: task,
  },
  {
    title: 'the first value, before the others',
    file: 'schema.prisma',
    before: task,
    after: task.replace('  OPEN\n', ''),
    rule: 'change/enum-value-kept',
    fix: 'Bring `OPEN` back',
    fixed: task,
  },
  {
    title: 'a model that the client no longer knows, with its enum and without its relations',
    file: 'schema.prisma',
    before: shop,
    after: shop.replace(/enum Currency[\s\S]*(?=model Note)/, '').replace(/ {2}invoices .*\n/, ''),
    rule: 'change/table-kept',
    fix: 'Keep `Invoice` for a release with `@@ignore`, without relations',
    fixed: shop
      .replace(/ {2}invoices .*\n/, '')
      .replace(/ {2}\/\/ Who pays\.\n.*\n/, '')
      .replace('@@index([customerId])\n', '@@index([customerId])\n  @@ignore\n'),
  },
  {
    title: 'a model with the relations that still lead back',
    file: 'schema.prisma',
    before: shop,
    after: shop.replace(/enum Currency[\s\S]*(?=model Note)/, ''),
    rule: 'change/table-kept',
    fix: 'Keep `Invoice` for a release with `@@ignore`',
    fixed: shop
      .replace('Invoice[]\n', 'Invoice[] @ignore\n')
      .replace('@@index([customerId])\n', '@@index([customerId])\n  @@ignore\n'),
  },
];

const secured = (scheme: string): string => `openapi: 3.0.3
info: { title: Orders, version: 1.0.0 }
paths: {}
components:
  securitySchemes:
    access:
${scheme}`;

const apiKey = '      type: apiKey\n      in: header\n      name: X-Key\n';
const oauth = `      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://login.example.com/token
          scopes: {}
`;

const credentials: readonly ChangeFix[] = [
  {
    title: 'a key in the header where it was',
    file: 'openapi.yaml',
    before: secured(apiKey),
    after: secured(apiKey.replace('X-Key', 'X-Api-Key')),
    rule: 'change/security-scheme-kept',
    fix: 'Send “access” as before',
    fixed: secured(apiKey),
  },
  {
    title: 'a token endpoint where it was',
    file: 'openapi.yaml',
    before: secured(oauth),
    after: secured(oauth.replace('login', 'id')),
    rule: 'change/oauth-flow-kept',
    fix: 'Keep “https://login.example.com/token”',
    fixed: secured(oauth),
  },
];

const blog = (post: string, tag: string, more = ''): string => `${head}
model Post {
  id   Int @id @default(autoincrement())
  ${post}
}

model Tag {
  id    Int @id @default(autoincrement())
  ${tag}
}
${more}`;

const tagging = (columns: readonly [string, string], more = ''): string => `
model PostTag {
  postId    Int${columns[0]}
  tagId     Int${columns[1]}
  post      Post     @relation(fields: [postId], references: [id], onDelete: Cascade)
  tag       Tag      @relation(fields: [tagId], references: [id], onDelete: Cascade)
  createdAt DateTime @default(now())

  @@id([postId, tagId])
${more}}
`;

const stores: readonly ChangeFix[] = [
  {
    title: 'a text as long as it was',
    file: 'schema.prisma',
    before: user,
    after: user.replace('VarChar(40)', 'VarChar(20)'),
    rule: 'change/values-still-fit',
    fix: 'Leave `nick` as `String @db.VarChar(40)`',
    fixed: user,
  },
  {
    title: 'a text without an end again',
    file: 'schema.prisma',
    before: user,
    after: user.replace('@unique', '@unique @db.VarChar(20)'),
    rule: 'change/values-still-fit',
    fix: 'Leave `email` as `String`',
    fixed: user,
  },
  {
    title: 'a number as large as it was',
    file: 'schema.prisma',
    before: user.replace('@unique\n', '@unique\n  visits    BigInt   @default(0)\n'),
    after: user.replace('@unique\n', '@unique\n  visits    Int      @default(0)\n'),
    rule: 'change/values-still-fit',
    fix: 'Leave `visits` as `BigInt`',
    fixed: user.replace('@unique\n', '@unique\n  visits    BigInt   @default(0)\n'),
  },
  {
    title: 'a key of 32 bits again',
    file: 'schema.prisma',
    before: user,
    after: user.replace('Int      @id', 'BigInt   @id'),
    rule: 'change/bigint-key-written',
    fix: 'Leave `id` as `Int`',
    fixed: user,
  },
  {
    title: 'the default that was there',
    file: 'schema.prisma',
    before: task.replace('status Status', 'status Status @default(OPEN)'),
    after: task.replace('status Status', 'status Status @default(DRAFT)').replace('  DONE', '  DONE\n  DRAFT'),
    rule: 'change/enum-default-later',
    fix: 'Leave `OPEN` as the default of `status`',
    fixed: task.replace('status Status', 'status Status @default(OPEN)').replace('  DONE', '  DONE\n  DRAFT'),
  },
  {
    title: 'an index as it was',
    file: 'schema.prisma',
    before: shop.replace('@@index([customerId])', '@@index([currency])\n  @@index([customerId], map: "ix_customer")'),
    after: shop.replace('@@index([customerId])', '@@index([currency])'),
    rule: 'change/index-kept',
    fix: 'Bring the index on `customerId` back',
    fixed: shop.replace('@@index([customerId])', '@@index([currency])\n  @@index([customerId], map: "ix_customer")'),
  },
  {
    title: 'a column that no two rows have in common',
    file: 'schema.prisma',
    before: user,
    after: user.replace('   @unique', ''),
    rule: 'change/unique-kept',
    fix: 'Keep `email` unique',
    fixed: user,
  },
  {
    title: 'a time that new rows have by themselves',
    file: 'schema.prisma',
    before: user,
    after: user.replace('@default(now()) ', ''),
    rule: 'change/column-default-kept',
    fix: 'Bring `@default(now())` back',
    fixed: user,
  },
  {
    title: 'a relation of many to many with its name',
    file: 'schema.prisma',
    before: blog('tags Tag[]', 'posts Post[]'),
    after: blog('tags Tag[] @relation("Tagged")', 'posts Post[] @relation("Tagged")'),
    rule: 'change/join-table-kept',
    fix: 'Keep the table “_PostToTag” by the relation’s name',
    fixed: blog('tags Tag[] @relation("PostToTag")', 'posts Post[] @relation("PostToTag")'),
  },
  {
    title: 'a relation of many to many whose model has another name',
    file: 'schema.prisma',
    before: blog('tags Tag[]', 'posts Post[]'),
    after: blog('tags Topic[]', 'posts Post[]\n\n  @@map("Tag")').replace('model Tag', 'model Topic'),
    rule: 'change/join-table-kept',
    fix: 'Keep the table “_PostToTag” by the relation’s name',
    fixed: blog('tags Topic[] @relation("PostToTag")', 'posts Post[] @relation("PostToTag")\n\n  @@map("Tag")').replace(
      'model Tag',
      'model Topic',
    ),
  },
  {
    title: 'a model of its own for many to many',
    file: 'schema.prisma',
    before: blog('tags Tag[]', 'posts Post[]'),
    after: blog('tags PostTag[]', 'posts PostTag[]', tagging(['', ''])),
    rule: 'change/join-table-kept',
    fix: 'Keep the table “_PostToTag” for `PostTag`',
    fixed: blog(
      'tags PostTag[]',
      'posts PostTag[]',
      tagging(['      @map("A")', '      @map("B")'], '  @@map("_PostToTag")\n'),
    ),
  },
];

export const changeFixes: readonly ChangeFix[] = [...credentials, ...stores, ...orders, ...operations, ...schemas];
