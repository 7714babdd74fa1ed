import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { ChecklistItemState, ChecklistState } from '#server/protocol.ts';
import { askServer } from './ask-server.ts';

const shop = `openapi: 3.1.0
info:
  title: shop
  version: 1.0.0
paths:
  /users:
    get:
      summary: Lists users
      responses: {}
    post:
      summary: Creates a user
      responses: {}
`;

const answersFile = 'plumbline.review.yaml';

describe('the checklist', () => {
  it('shows what rules decide and what the files say about the rest', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      const state = await client.request('plumbline/checklist', {});
      assert.equal(state?.answersUri, client.uri(answersFile));
      const documentation = item(state, 'documentation-formats');
      assert.ok(documentation?.kind === 'automatic');
      assert.equal(documentation.state, 'findings');
      assert.deepEqual(documentation.findings[0]?.range.start, { line: 2, character: 9 });
      assert.equal(stateOf(state, 'path-templates'), 'pass');
      assert.equal(stateOf(state, 'normalisation'), 'notApplicable');
      const retries = item(state, 'review-idempotency');
      assert.ok(retries?.kind === 'human');
      assert.deepEqual(
        retries.evidence.map(({ text, range }) => [text, range.start.line]),
        [['POST /users takes no idempotency key', 9]],
      );
      assert.equal(retries.answer, undefined);
    }));

  it('keeps an answer in a file made for it', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      const itemId = 'review-idempotency';
      const answer = { checked: true, note: 'Keys: since May', who: 'Ada' };
      const edit = await client.request('plumbline/answer', { itemId, answer });
      assert.ok(edit !== null);
      assert.equal(edit.documentChanges?.length, 2);
      await client.apply(edit);
      const text = readFileSync(join(client.folder, answersFile), 'utf8');
      const today = new Date().toISOString().slice(0, 10);
      for (const line of ['version: 1', 'checked: true', 'who: Ada', today]) assert.ok(text.includes(line), text);
      const shown = item(await client.request('plumbline/checklist', {}), itemId);
      assert.ok(shown?.kind === 'human');
      assert.deepEqual(shown.answer, { ...answer, when: today });
    }));

  it('changes one answer and leaves the rest of the file alone', () =>
    askServer({}, async (client) => {
      const before = `# Ours\nversion: 1\nteam: blue # kept\nanswers:\n  review-saga:\n    checked: false\n    # why\n    note: Later\n    mood: calm\n  review-limits:\n    checked: true\n`;
      await client.open(answersFile, before);
      const edit = await client.request('plumbline/answer', { itemId: 'review-saga', answer: { checked: true } });
      assert.ok(edit !== null);
      await client.apply(edit);
      const text = client.document(answersFile).getText();
      for (const part of ['# Ours', 'team: blue # kept', 'mood: calm', 'review-limits:\n    checked: true']) {
        assert.ok(text.includes(part), text);
      }
      assert.ok(!text.includes('Later'), text);
      const undo = await client.request('plumbline/answer', { itemId: 'review-saga', answer: null });
      assert.ok(undo !== null);
      await client.apply(undo);
      const shown = item(await client.request('plumbline/checklist', {}), 'review-saga');
      assert.ok(shown?.kind === 'human');
      assert.equal(shown.answer, undefined);
    }));

  it('says what is wrong with the answers', () =>
    askServer({ [answersFile]: 'answers:\n  review-saga: yes\n  no-such: { checked: true }\n' }, async (client) => {
      const shown = await client.untilRules(answersFile, 'plumbline/answers', 'plumbline/answers');
      assert.equal(shown[0]?.range.start.line, 1);
      assert.equal(shown[1]?.range.start.line, 2);
    }));

  it('makes a report', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      const report = await client.request('plumbline/report', {});
      for (const part of [
        '| api.yaml | OpenAPI description | 1 | 0 | 0 |',
        'line 3, error:',
        '☐ Retried writes are harmless',
      ]) {
        assert.ok(report?.includes(part), `${part} in ${report}`);
      }
    }));
});

function item(state: ChecklistState | null, id: string): ChecklistItemState | undefined {
  return state?.sections.flatMap(({ items }) => items).find((candidate) => candidate.id === id);
}

function stateOf(state: ChecklistState | null, id: string): string | undefined {
  const found = item(state, id);
  return found?.kind === 'automatic' ? found.state : undefined;
}
