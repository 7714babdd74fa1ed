import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { globalRule, localRule } from '#core/rule.ts';
import { findEntry, findString, findValue } from '#core/tree/tree.ts';
import { mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';
import { ruleInfo } from '../support/test-rule.ts';

describe('the types of a rule', () => {
  it('give a scope that answers what the rule needs, and no more', () => {
    const rules = [
      localRule({
        ...ruleInfo,
        id: 'cross/needing',
        on: ['openapi.schema'],
        needs: ['database'],
        *check(schema, { modelFor }) {
          yield { span: schema.anchor, message: `${modelFor(schema)?.name.value}` };
        },
      }),
      localRule({
        ...ruleInfo,
        id: 'openapi/needing-nothing',
        on: ['openapi.schema'],
        // @ts-expect-error The rule does not say that it needs a database.
        *check(schema, { modelFor }) {
          yield { span: schema.anchor, message: `${modelFor(schema)}` };
        },
      }),
      globalRule({
        ...ruleInfo,
        id: 'openapi/completing',
        on: ['openapi.schema'],
        *gather(schema) {
          yield { key: '', schema };
        },
        // @ts-expect-error The rule does not say that it needs to know how schemas travel.
        complete: ({ key, schema }, { usage }) => (usage(schema).inRequest ? { key } : undefined),
        compare: () => [],
      }),
    ];
    assert.deepEqual(
      rules.map(({ needs }) => needs),
      [['database'], [], []],
    );
  });

  it('take facts of plain data, and places', () => {
    const common = { ...ruleInfo, on: ['openapi.schema'], compare: () => [] } as const;
    const rules = [
      globalRule({
        ...common,
        id: 'openapi/plain',
        *gather({ section, anchor, tree, context }) {
          yield { key: '', section, span: anchor, more: [{ section, tree, version: context.version }] };
        },
      }),
      // @ts-expect-error A view is another one after every edit of its section.
      globalRule({
        ...common,
        id: 'openapi/view',
        *gather(schema) {
          yield { key: '', more: [{ schema }] };
        },
      }),
      // @ts-expect-error Functions cannot be compared.
      globalRule({
        ...common,
        id: 'openapi/function',
        *gather(schema) {
          yield { key: '', later: () => schema.anchor };
        },
      }),
      globalRule({
        ...common,
        id: 'openapi/span',
        // @ts-expect-error What is called `span` is a place.
        *gather() {
          yield { key: '', span: 'wide' };
        },
      }),
    ];
    assert.equal(rules.length, 4);
  });

  it('let descriptions and summaries be looked for by `readProse` alone, which notes it', () => {
    const tree = mapNode(0, 1, [{ key: treeKey(0, 1, 'summary'), value: scalarNode(0, 1, 'S.') }]);
    const [key]: readonly string[] = ['summary'];
    // @ts-expect-error A summary is prose.
    assert.ok(findString(tree, 'summary'));
    // @ts-expect-error So is a description.
    assert.equal(findEntry(tree, 'description'), undefined);
    assert.ok(key !== undefined && findValue(tree, key));
    assert.equal(findValue(tree, 'title'), undefined);
  });
});
