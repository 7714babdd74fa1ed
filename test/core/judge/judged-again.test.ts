import assert from 'node:assert/strict';
import type { Base } from '#core/change/base.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { type Review, review } from '#core/review.ts';
import { changeRule, globalRule, localRule, type Rule } from '#core/rule.ts';
import { everyRule, ruleInfo } from '../../support/test-rule.ts';

const description = `openapi: 3.1.0
paths:
  /orders:
    get:
      responses: {}
  /users:
    get:
      responses: {}
`;

const schema = (field: string): string => `model Order {
  id Int @id
  ${field} String
}

model User {
  id Int @id
}
`;

/** The operations that were asked about, by rule. */
const asked = { plain: [] as string[], database: [] as string[], base: [] as string[] };

const plain = localRule({
  ...ruleInfo,
  id: 'openapi/plain',
  on: ['openapi.operation'],
  *check({ path, anchor }) {
    asked.plain.push(path);
    yield { span: anchor, message: `${path} is read.` };
  },
});

const gathered = globalRule({
  ...ruleInfo,
  id: 'openapi/gathered',
  on: ['openapi.operation'],
  *gather({ path, anchor }) {
    asked.plain.push(path);
    yield { key: path, span: anchor, path };
  },
  *compare(facts) {
    for (const { section, value } of facts)
      yield { section, value: { span: value.span, message: `${value.path} is.` } };
  },
});

const stored = localRule({
  ...ruleInfo,
  id: 'cross/stored',
  on: ['openapi.operation'],
  needs: ['database'],
  *check({ path, anchor }, scope) {
    asked.database.push(path);
    const model = scope.find('prisma.model', path === '/orders' ? 'Order' : 'User');
    yield { span: anchor, message: `${path} has ${model?.fields.map(({ name }) => name.value).join(', ')}.` };
  },
});

const compared = changeRule({
  ...ruleInfo,
  id: 'change/compared',
  on: ['openapi.operation'],
  *check({ path, anchor }, scope) {
    asked.base.push(path);
    const before = scope.base.find('openapi.path-item', path);
    yield { span: anchor, message: `${path} has ${before?.operations.length} in ${scope.base.name}.` };
  },
});

const rules: readonly Rule[] = [plain, gathered, compared, stored];
const rulebook = { rules, presets: [everyRule] };

function reviewed(openapi: string, prisma: string, previous?: Review, base?: Base): Review {
  const sources = [
    { uri: 'file:///api/openapi.yaml', text: openapi },
    { uri: 'file:///api/schema.prisma', text: prisma },
  ];
  const settings = {
    folders: ['file:///api/'],
    preset: 'all',
    unread: new Map(),
    failFast: true,
    ...(base && { base }),
  };
  return review(sources, rulebook, settings, previous);
}

function messages({ files }: Review): readonly string[] {
  return [...files.values()].flatMap(({ findings }) => [...singleFindings(findings)].map(({ message }) => message));
}

describe('an edit of a Prisma schema', () => {
  it('has only rules that need a database judge again, and only what read the model', () => {
    const first = reviewed(description, schema('total'));
    asked.plain.length = 0;
    asked.database.length = 0;
    const second = reviewed(description, schema('price'), first);
    assert.deepEqual(asked, { plain: [], database: ['/orders'], base: [] });
    assert.deepEqual(messages(second), messages(reviewed(description, schema('price'))));
    assert.ok(messages(second).includes('/orders has id, price.'));
  });

  it('together with one of the description has all rules judge again', () => {
    const first = reviewed(description, schema('total'));
    asked.plain.length = 0;
    const edited = description.replace('/orders:\n    get:', '/orders:\n    post:');
    const second = reviewed(edited, schema('price'), first);
    assert.deepEqual(asked.plain, ['/orders', '/orders']);
    assert.deepEqual(messages(second), messages(reviewed(edited, schema('price'))));
  });
});

describe('a commit', () => {
  const commit = (id: string, openapi: string): Base => {
    const { workspace } = reviewed(openapi, schema('total'));
    return { id, name: id, workspace, formerUris: new Map() };
  };
  const bases = [
    undefined,
    commit('a', description),
    commit('b', description.replace('/users:', '/people:')),
    undefined,
  ];

  it('has only rules that compare with it judge again', () => {
    let latest = reviewed(description, schema('total'));
    for (const base of bases) {
      const fresh = reviewed(description, schema('total'), undefined, base);
      for (const list of Object.values(asked)) list.length = 0;
      latest = reviewed(description, schema('total'), latest, base);
      assert.deepEqual(messages(latest), messages(fresh));
      assert.deepEqual(asked, { plain: [], database: [], base: base === undefined ? [] : ['/orders', '/users'] });
    }
  });

  it('together with an edit of what somebody looked at has all rules judge that again', () => {
    let latest = reviewed(description, schema('total'));
    for (const [place, base] of bases.entries()) {
      const edited = description.replace('/orders:\n    get:', `/orders:\n    ${place % 2 === 0 ? 'post' : 'put'}:`);
      const prisma = schema(`total${place}`);
      latest = reviewed(edited, prisma, latest, base);
      assert.deepEqual(messages(latest), messages(reviewed(edited, prisma, undefined, base)));
    }
  });
});
