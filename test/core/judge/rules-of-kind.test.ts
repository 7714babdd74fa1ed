import assert from 'node:assert/strict';
import { AskedRule } from '#core/judge/asked-rule.ts';
import { RulesOfKind } from '#core/judge/rules-of-kind.ts';
import type { ReviewNode } from '#core/node.ts';
import type { Rule, RuleInfo } from '#core/rule.ts';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';

type Looks = Pick<RuleInfo, 'having' | 'to'> & { readonly needs?: readonly string[] };

/** A node that is no more than its tree. */
function nodeOf(text: string, more: object = {}): ReviewNode {
  return { tree: parseYaml(text).tree, ...more } as unknown as ReviewNode;
}

/** A rule that is no more than what it looks for. */
function ruleOf(looks: Looks, index: number): AskedRule {
  const rule = { id: String(index), reach: 'local', check: () => [], needs: [], ...looks } as unknown as Rule;
  return new AskedRule({ rule, severity: 'info', options: {} });
}

/** The places of the rules that are asked about a node. */
function asked(
  looks: readonly Looks[],
  node: ReviewNode,
  sight: { database?: object; former?: object } = {},
): readonly number[] {
  const places: number[] = [];
  const seen = { database: undefined, former: undefined, ...sight };
  new RulesOfKind(looks.map(ruleOf)).ask(node, seen, ({ rule }) => places.push(Number(rule.id)));
  return places;
}

describe('RulesOfKind', () => {
  it('asks the rules of which a key is written', () => {
    const looks: readonly Looks[] = [{ having: ['enum', 'const'] }, { having: ['format'] }, {}];
    assert.deepEqual(asked(looks, nodeOf('enum: [a]\n')), [0, 2]);
    assert.deepEqual(asked(looks, nodeOf('const: a\nformat: date\n')), [0, 1, 2]);
    assert.deepEqual(asked(looks, nodeOf('type: string\n')), [2]);
    assert.deepEqual(asked(looks, nodeOf('true\n')), [2]);
  });

  it('asks every rule about what is no YAML or JSON', () => {
    assert.deepEqual(asked([{ having: ['format'] }, {}], {} as unknown as ReviewNode), [0, 1]);
  });

  it('asks about a reference the rules that look at references to its kind', () => {
    const looks: readonly Looks[] = [{ to: ['openapi.path-item'] }, { to: ['openapi.part', 'openapi.link'] }, {}];
    const to = (kind: string): ReviewNode => nodeOf('$ref: "#"\n', { to: kind });
    assert.deepEqual(asked(looks, to('openapi.path-item')), [0, 2]);
    assert.deepEqual(asked(looks, to('openapi.link')), [1, 2]);
    assert.deepEqual(asked(looks, to('openapi.schema')), [2]);
    assert.deepEqual(asked(looks, nodeOf('get: {}\n')), [0, 1, 2]);
  });

  it('asks about a reference only rules of which a key is written, too', () => {
    const looks: readonly Looks[] = [{ having: ['summary'], to: ['openapi.path-item'] }, { having: ['summary'] }];
    assert.deepEqual(asked(looks, nodeOf('summary: a\n', { to: 'openapi.path-item' })), [0, 1]);
    assert.deepEqual(asked(looks, nodeOf('summary: a\n', { to: 'openapi.link' })), [1]);
    assert.deepEqual(asked(looks, nodeOf('$ref: a\n', { to: 'openapi.path-item' })), []);
  });

  it('asks rules that compare with a database only where there is one', () => {
    const looks: readonly Looks[] = [{ needs: ['database'] }, {}];
    assert.deepEqual(asked(looks, nodeOf('a: 1\n')), [1]);
    assert.deepEqual(asked(looks, nodeOf('a: 1\n'), { database: {} }), [0, 1]);
  });

  it('asks rules about changes only where there is a base', () => {
    const looks: readonly Looks[] = [{ needs: ['base'] }, {}, { needs: ['database', 'base'] }];
    assert.deepEqual(asked(looks, nodeOf('a: 1\n'), { database: {} }), [1]);
    assert.deepEqual(asked(looks, nodeOf('a: 1\n'), { former: {} }), [0, 1]);
    assert.deepEqual(asked(looks, nodeOf('a: 1\n'), { former: {}, database: {} }), [0, 1, 2]);
  });

  it('asks any number of rules, looking for any number of keys, in their order', () => {
    const looks = Array.from({ length: 100 }, (_, index) => ({ having: [`key${index}`] }));
    for (const index of looks.keys()) assert.deepEqual(asked(looks, nodeOf(`key${index}: 1\n`)), [index]);
    assert.deepEqual(asked(looks, nodeOf('key99: 1\nkey31: 1\nkey32: 1\nkey0: 1\n')), [0, 31, 32, 99]);
    assert.deepEqual(asked(looks, nodeOf('other: 1\n')), []);
    const all = looks.map(() => ({}));
    assert.equal(asked(all, nodeOf('other: 1\n')).length, 100);
  });
});
