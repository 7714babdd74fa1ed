import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction, Hover } from 'vscode-languageserver';
import { localRule, type Rule } from '#core/rule.ts';
import { recommendedRules, ruleInfo } from '../support/test-rule.ts';
import { askServer } from './ask-server.ts';

const operations = 400;

const text = `openapi: 3.1.0
info: { title: Large, version: '1' }
paths:
${Array.from({ length: operations }, (_, index) => `  /things${index}:\n    get: {}\n`).join('')}`;

describe('a long first review', () => {
  it('lets requests be read and answered before it ends; those that ask for findings get the newest', () => {
    let judged = 0;
    const answeredAt = new Map<string, number>();
    const when = async <T>(name: string, answer: Promise<T>): Promise<T> => {
      const value = await answer;
      answeredAt.set(name, judged);
      return value;
    };
    let asked: Promise<readonly [unknown, Hover | null, CodeAction[] | null]> | undefined;
    const rule = slowRule(() => {
      judged++;
      // From within the review: all that is sent now arrives while it is under way.
      if (judged === 1) asked = ask();
    });
    let ask: () => Promise<readonly [unknown, Hover | null, CodeAction[] | null]>;
    const presets = [recommendedRules];
    return askServer(
      {},
      async (client) => {
        const place = { textDocument: { uri: client.uri('api.yaml') }, position: { line: 4, character: 5 } };
        const range = { start: place.position, end: place.position };
        ask = () =>
          Promise.all([
            when('rule page', client.request('plumbline/rulePage', { ruleId: 'no/such' })),
            when('hover', client.send<Hover | null>('textDocument/hover', place)),
            when(
              'actions',
              client.send<CodeAction[] | null>('textDocument/codeAction', {
                ...place,
                range,
                context: { diagnostics: [] },
              }),
            ),
          ]);
        await client.open('api.yaml', text);
        await client.until('api.yaml', (all) => all.length === 11);
        const [, hover, actions] = (await asked) ?? [];
        const page = answeredAt.get('rule page') ?? operations;
        assert.ok(page < operations / 4, `answered when ${page} operations were judged`);
        assert.equal(answeredAt.get('hover'), operations);
        assert.ok(JSON.stringify(hover?.contents).includes('Found in time.'));
        assert.equal(answeredAt.get('actions'), operations);
        assert.ok(Array.isArray(actions));
      },
      { rulebook: { rules: [rule], presets } },
    );
  });
});

describe('a long review of another document', () => {
  it('lets hovers and code actions in one that has not changed be answered from what is shown', () => {
    let judged = 0;
    let answeredAt = 0;
    let answers: Promise<readonly [Hover | null, CodeAction[] | null]> | undefined;
    let ask: (() => Promise<readonly [Hover | null, CodeAction[] | null]>) | undefined;
    const rule = slowRule(() => {
      judged++;
      answers ??= ask?.();
    });
    const presets = [recommendedRules];
    return askServer(
      {},
      async (client) => {
        await client.open('small.yaml', text.slice(0, text.indexOf('  /things1:')));
        await client.until('small.yaml', (all) => all.length === 1);
        judged = 0;
        ask = async () => {
          const place = { textDocument: { uri: client.uri('small.yaml') }, position: { line: 4, character: 5 } };
          const range = { start: place.position, end: place.position };
          const listed = client.send<CodeAction[] | null>('textDocument/codeAction', {
            ...place,
            range,
            context: { diagnostics: [] },
          });
          const both = await Promise.all([client.send<Hover | null>('textDocument/hover', place), listed]);
          answeredAt = judged;
          return both;
        };
        await client.open('api.yaml', text);
        await client.until('api.yaml', (all) => all.length === 11);
        const [hover, actions] = (await answers) ?? [];
        assert.ok(answeredAt < operations / 4, `answered when ${answeredAt} operations were judged`);
        assert.ok(JSON.stringify(hover?.contents).includes('Found in time.'));
        assert.ok(Array.isArray(actions) && actions.length > 0);
      },
      { rulebook: { rules: [rule], presets } },
    );
  });
});

/** Takes a millisecond for each operation, so that slices hold few of them, however fast the machine is. */
function slowRule(judging: () => void): Rule {
  return localRule({
    ...ruleInfo,
    id: 'openapi/slow',
    on: ['openapi.operation'],
    *check({ anchor }) {
      judging();
      for (const end = performance.now() + 1; performance.now() < end; );
      yield { span: anchor, message: 'Found in time.' };
    },
  });
}
