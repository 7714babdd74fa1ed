import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixOutcome } from '#core/fix/fix-outcome.ts';
import type { Rule } from '#core/rule.ts';
import { valueTypeFits } from '#rules/cross/value-type-fits.ts';
import { defaultedNotOptional } from '#rules/prisma/defaulted-not-optional.ts';
import { enumUsed } from '#rules/prisma/enum-used.ts';
import { fieldCasingConsistent } from '#rules/prisma/field-casing-consistent.ts';
import { foreignKeyTypeMatches } from '#rules/prisma/foreign-key-type-matches.ts';
import { joinTableKeyed } from '#rules/prisma/join-table-keyed.ts';
import { listDefaulted } from '#rules/prisma/list-defaulted.ts';
import { moneyExact } from '#rules/prisma/money-exact.ts';
import { rulebook } from '#rules/rulebook.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const head = '// use prisma-8\ndatasource db {\n  provider = "postgresql"\n}\n';
const types = (...lines: readonly string[]) => `types {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const model = (name: string, ...fields: readonly string[]) =>
  `model ${name} {\n${fields.map((field) => `  ${field}\n`).join('')}}\n`;

function found(rule: Rule, schema: string) {
  const reviewed = reviewFiles({ 'contract.prisma': head + schema }, [rule]);
  return findingsIn(reviewed, 'contract.prisma').map(({ message, fixes, span }) => ({
    message,
    at: (head + schema).slice(span.start, span.end),
    outcomes: fixes.map((fix) => fixOutcome(fix, reviewed.workspace).kind),
  }));
}

describe('rules on fields whose type is a named type', () => {
  it('see what stands for the model it is in as it is written', () => {
    const schema = model('User', 'id Int @id', 'ownerTotal Owner') + types('Owner = User', 'Owners = Owner');
    assert.deepEqual(found(moneyExact, schema), []);
    assert.deepEqual(
      found(moneyExact, model('A', 'id Int @id', 'b B') + model('B', 'id Int @id', 'a C') + types('C = A')),
      [],
    );
  });

  it('see the type it stands for, and change nothing that stands elsewhere', () => {
    const order = (...lines: readonly string[]) => model('Order', 'id Int @id', 'totalPrice Money') + types(...lines);
    const [only, ...others] = found(moneyExact, order('Money = Float'));
    assert.deepEqual([only?.at, others.length], ['totalPrice', 0]);
    assert.ok(only?.outcomes.every((kind) => kind === 'refused'));
    assert.deepEqual(found(moneyExact, order('Money = Decimal')), []);
    const inNamespace = `namespace shop {\n${model('Order', 'id Int @id', 'totalPrice Money')}}\n${types('Money = Float')}`;
    assert.equal(found(moneyExact, inNamespace).length, 1);
  });

  it('say nothing of what Prisma takes for no column, or nobody knows', () => {
    const silent = [
      'Money = Float[]',
      'Money = Float?',
      'Other = Float',
      'Money = Price\n  Price = Float',
      'Money = x:Float',
    ];
    for (const line of silent)
      assert.deepEqual(found(moneyExact, model('Order', 'id Int @id', 'totalPrice Money') + types(line)), [], line);
    const shadowed = model('Order', 'id Int @id', 'totalPrice shop.Money') + types('Money = Float');
    assert.deepEqual(found(moneyExact, shadowed), []);
  });

  it('see what it fills in, but for what the field says itself', () => {
    const user = (field: string, type: string) => model('User', 'id Int @id', 'name String', field) + types(type);
    assert.deepEqual(found(defaultedNotOptional, user('age Years?', 'Years = Int')), []);
    assert.equal(found(defaultedNotOptional, user('age Years?', 'Years = Int @default(0)')).length, 1);
    assert.deepEqual(found(defaultedNotOptional, user('age Years?', 'Years = Int @unique')), []);
  });

  it('see its native type, and give others the named type itself', () => {
    const users = (column: string) =>
      types('Uuid = String @db.Uuid') +
      model('User', 'id Uuid @id', 'posts Post[]') +
      model('Post', 'id Int @id', 'user User @relation(fields: [userId], references: [id])', column);
    assert.deepEqual(found(foreignKeyTypeMatches, users('userId Uuid')), []);
    assert.deepEqual(found(foreignKeyTypeMatches, users('userId String @db.Uuid')), []);
    const schema = users('userId String @db.VarChar(36) @unique');
    const [finding] = found(foreignKeyTypeMatches, schema);
    assert.match(finding?.message ?? '', /`Post.userId` is `VarChar\(36\)`, but `User.id` is `Uuid`/);
    const reviewed = reviewFiles({ 'contract.prisma': head + schema }, [foreignKeyTypeMatches]);
    const [fix] = findingsIn(reviewed, 'contract.prisma')[0]?.fixes ?? [];
    const changes = fix === undefined || !('changes' in fix) ? [] : fix.changes;
    const texts = Array.isArray(changes) ? changes.flatMap((each) => (each.kind === 'text' ? each.edits : [])) : [];
    assert.deepEqual(
      texts.map(({ newText }) => newText),
      ['userId Uuid @unique'],
    );
    assert.equal(fix && fixOutcome(fix, reviewed.workspace).kind, 'writes');
  });

  it('see the enum it stands for', () => {
    const order = model('Order', 'id Int @id', 'sizes OrderSize[]');
    const schema = `${order}enum Size {\n  A = "a"\n  B = "b"\n}\n${types('OrderSize = Size')}`;
    assert.equal(found(listDefaulted, schema).length, 1);
    assert.deepEqual(found(enumUsed, schema), []);
    const unused = `enum Size {\n  A = "a"\n}\n${model('A', 'id Int @id')}`;
    assert.equal(found(enumUsed, unused).length, 1);
    assert.deepEqual(found(enumUsed, unused + types('OrderSize = Size')), []);
  });

  it('take it for a column, whatever its native type', () => {
    const join = model(
      'PostTag',
      'id Key @id',
      'post Post @relation(fields: [postId], references: [id])',
      'postId Key',
      'tag Tag @relation(fields: [tagId], references: [id])',
      'tagId Key',
    );
    const others = model('Post', 'id Key @id', 'tags PostTag[]') + model('Tag', 'id Key @id', 'posts PostTag[]');
    const plain = (join + others).replaceAll('Key', 'Int');
    assert.equal(found(joinTableKeyed, plain).length, 1);
    assert.equal(found(joinTableKeyed, join + others + types('Key = Ulid')).length, 1);
  });

  it('rename a field, and leave its type', () => {
    const schema = `${types('Email = String')}${model('User', 'id Int @id', 'firstName String', 'lastName String', 'nickName String', 'e_mail Email')}`;
    for (const { outcomes } of found(fieldCasingConsistent, schema)) assert.ok(!outcomes.includes('refused'));
  });

  it('compare the type it stands for with what the API says', () => {
    const api = `openapi: 3.1.0
paths: {}
components:
  schemas:
    User: {type: object, properties: {id: {type: integer}, email: {type: integer}, name: {type: string}}}
`;
    const contract = `${head}${types('Email = String')}${model('User', 'id Int @id', 'email Email', 'name String')}`;
    const of = (schema: string) =>
      findingsIn(reviewFiles({ 'openapi.yaml': api, 'contract.prisma': schema }, [valueTypeFits]), 'openapi.yaml')
        .length;
    assert.equal(of(contract), 1);
    assert.equal(of(contract.replace('= String', '= Int')), 0);
  });

  it('offer no fix that writes over its name, whichever rule it is', () => {
    const fields = [
      'id Key @id',
      'createdAt Moment',
      'updatedAt Moment',
      'email Text',
      'price Money',
      'active Flag',
      'deletedAt Moment?',
      'ownerId Key',
    ];
    const schema =
      types(
        'Key = String @db.VarChar(36)',
        'Moment = DateTime @db.Timestamp(3)',
        'Text = String',
        'Money = Float @default(0)',
        'Flag = Boolean?',
      ) +
      model('Account', ...fields) +
      model('Owner', ...fields);
    const reviewed = reviewFiles({ 'contract.prisma': head + schema }, rulebook.rules);
    const text = head + schema;
    const names = new Set(['Key', 'Moment', 'Text', 'Money', 'Flag']);
    let written = 0;
    for (const { fixes, message } of findingsIn(reviewed, 'contract.prisma')) {
      for (const fix of fixes) {
        if (fixOutcome(fix, reviewed.workspace).kind !== 'writes' || !Array.isArray(fix.changes)) continue;
        for (const change of fix.changes) {
          if (change.kind !== 'text') continue;
          written++;
          const start = text.indexOf(change.section.text);
          for (const { span, newText } of change.edits) {
            const over = text.slice(start + span.start, start + span.end).split(/\W+/);
            for (const name of over) if (names.has(name)) assert.ok(newText.includes(name), `${message}: ${newText}`);
          }
        }
      }
    }
    assert.ok(written > 0);
  });
});
