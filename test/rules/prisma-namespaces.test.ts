import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Rule } from '#core/rule.ts';
import { cascadeNotCircular } from '#rules/prisma/cascade-not-circular.ts';
import { enumUsed } from '#rules/prisma/enum-used.ts';
import { foreignKeyIndexed } from '#rules/prisma/foreign-key-indexed.ts';
import { foreignKeyTypeMatches } from '#rules/prisma/foreign-key-type-matches.ts';
import { graphFits } from '#rules/prisma/graph-fits.ts';
import { listDefaulted } from '#rules/prisma/list-defaulted.ts';
import { referencedKeySingle } from '#rules/prisma/referenced-key-single.ts';
import { rowsInsertable } from '#rules/prisma/rows-insertable.ts';
import { tenantScoped } from '#rules/prisma/tenant-scoped.ts';
import { treeNotCascaded } from '#rules/prisma/tree-not-cascaded.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const head = '// use prisma-8\ndatasource db {\n  provider = "postgresql"\n}\n';

/** What one rule says of a schema. */
function messages(rule: Rule, schema: string): readonly string[] {
  return findingsIn(reviewFiles({ 'contract.prisma': head + schema }, [rule]), 'contract.prisma').map(
    ({ message }) => message,
  );
}

const model = (name: string, ...fields: readonly string[]) =>
  `  model ${name} {\n${fields.map((field) => `    ${field}\n`).join('')}  }\n`;
const namespace = (name: string, ...models: readonly string[]) => `namespace ${name} {\n${models.join('')}}\n`;
const relation = (name: string, type: string, more = '') =>
  `${name} ${type} @relation(fields: [${name}Id], references: [id]${more})`;

describe('rules on models of Prisma 8 that have one name in two namespaces', () => {
  it('compare a foreign key with the key of the model that is meant', () => {
    const users = (type: string) =>
      namespace('auth', model('User', 'id String @id @db.Uuid')) +
      namespace(
        'shop',
        model('User', 'id String @id @db.VarChar(30)'),
        model('Order', 'id Int @id', relation('buyer', type), 'buyerId String @db.VarChar(30)'),
      );
    assert.deepEqual(messages(foreignKeyTypeMatches, users('User')), []);
    assert.deepEqual(messages(foreignKeyTypeMatches, users('shop.User')), []);
    assert.match(
      messages(foreignKeyTypeMatches, users('auth.User')).join(),
      /`Order.buyerId` is `VarChar\(30\)`.*`Uuid`/,
    );
  });

  it('want an index for a foreign key, wherever it leads, and whether or not a field leads back', () => {
    const order = (type: string) =>
      namespace('auth', model('User', 'id Int @id')) +
      namespace(
        'shop',
        model('User', 'id Int @id'),
        model('Order', 'id Int @id', relation('buyer', type), 'buyerId Int'),
      );
    for (const type of ['User', 'shop.User', 'auth.User'])
      assert.equal(messages(foreignKeyIndexed, order(type)).length, 1, type);
  });

  it('follow relations from model to model, and see no circle where there is none', () => {
    const between = (type: string) =>
      namespace(
        'auth',
        model('User', 'id Int @id', relation('entry', 'Entry'), 'entryId Int'),
        model('Entry', 'id Int @id'),
      ) +
      namespace(
        'shop',
        model('User', 'id Int @id'),
        model('Entry', 'id Int @id', relation('user', type), 'userId Int'),
      );
    assert.deepEqual(messages(rowsInsertable, between('User')), []);
    assert.deepEqual(messages(rowsInsertable, between('auth.User')), []);
    const circle =
      namespace('auth', model('User', 'id Int @id', relation('buyer', 'shop.User'), 'buyerId Int')) +
      namespace('shop', model('User', 'id Int @id', relation('account', 'auth.User'), 'accountId Int'));
    assert.match(
      messages(rowsInsertable, circle).join(),
      /auth\.User → shop\.User → auth\.User|shop\.User → auth\.User → shop\.User/,
    );
    const cascade = circle
      .replaceAll('[id]', '[id], onDelete: Cascade')
      .replaceAll('Id Int', 'Id Int?')
      .replaceAll('.User @', '.User? @');
    assert.equal(messages(cascadeNotCircular, cascade).length, 1);
    const apart = between('User').replaceAll('[id]', '[id], onDelete: Cascade').replaceAll('Id Int', 'Id Int?');
    assert.deepEqual(messages(cascadeNotCircular, apart), []);
  });

  it('know a model that leads to itself by its name, and by both names', () => {
    const tree = (type: string) =>
      namespace(
        'auth',
        model('User', 'id Int @id', `${relation('parent', type, ', onDelete: Cascade')}`, 'parentId Int?'),
      ) + namespace('shop', model('User', 'id Int @id'));
    assert.equal(messages(treeNotCascaded, tree('User?')).length, 1);
    assert.equal(messages(treeNotCascaded, tree('auth.User?')).length, 1);
    assert.deepEqual(messages(treeNotCascaded, tree('shop.User?')), []);
    const many = (type: string) =>
      namespace(
        'auth',
        model('User', 'id Int @id', ...['a', 'b', 'c', 'd'].map((name) => `${name} ${type}[] @relation("${name}")`)),
      );
    assert.deepEqual(messages(graphFits, many('User')), messages(graphFits, many('auth.User')));
  });

  it('ask the enum that is meant', () => {
    const sizes = (type: string) =>
      namespace('auth', '  enum Size {\n    A = "a"\n    B = "b"\n  }\n') +
      namespace('shop', model('Size', 'id Int @id'), model('Order', 'id Int @id', `sizes ${type}[]`));
    assert.deepEqual(messages(listDefaulted, sizes('Size')), []);
    assert.equal(messages(listDefaulted, sizes('auth.Size')).length, 1);
    const enums = (type: string) =>
      namespace('auth', '  enum Size {\n    A = "a"\n  }\n') +
      namespace('shop', '  enum Size {\n    A = "a"\n  }\n', model('Order', 'id Int @id', `size ${type}`));
    assert.deepEqual(messages(enumUsed, enums('Size')), ['No field has the enum auth.Size as its type.']);
    assert.deepEqual(messages(enumUsed, enums('auth.Size')), ['No field has the enum shop.Size as its type.']);
  });

  it('ask the fields of the other model that lead back here', () => {
    const keyed = (type: string) =>
      namespace(
        'auth',
        model('User', 'a String', 'b String', 'sessions Session[]', '@@id([a, b])'),
        model(
          'Session',
          'id Int @id',
          'a String',
          'b String',
          `user ${type} @relation(fields: [a, b], references: [a, b])`,
        ),
      ) + namespace('shop', model('User', 'a String', 'b String', '@@id([a, b])'));
    assert.equal(messages(referencedKeySingle, keyed('User')).length, 1);
    assert.equal(messages(referencedKeySingle, keyed('auth.User')).length, 1);
    assert.deepEqual(messages(referencedKeySingle, keyed('shop.User')), []);
  });

  it('ask each model whose its rows are', () => {
    const owned = (name: string) =>
      model(name, 'id Int @id', 'name String', 'total Int', 'due DateTime', 'tenantId Int');
    const schema =
      namespace('shop', owned('Order'), owned('Invoice'), owned('Report')) +
      namespace('auth', model('Order', 'id Int @id', 'name String', 'total Int', 'due DateTime', 'more Int'));
    assert.match(messages(tenantScoped, schema).join(), /Order has no `tenantId`/);
  });
});
