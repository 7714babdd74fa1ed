import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ChecklistNode } from '#client/checklist-node.ts';
import { checklistTree, folderNode } from '#client/checklist-tree.ts';
import type { AutomaticItemState, ChecklistItemState, HumanItemState, ItemFinding } from '#server/protocol.ts';

const folder = 'file:///work';
const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 8 } };

describe('checklistTree', () => {
  it('shows what rules decided as an icon', () => {
    const icons = ['pass', 'notApplicable'] as const;
    for (const state of icons) assert.equal(only(automatic({ state })).icon, state);
    assert.equal(only(automatic({ findings: [finding('warning'), finding('error')] })).icon, 'error');
    assert.equal(only(automatic({ findings: [finding('info'), finding('warning')] })).icon, 'warning');
    assert.equal(only(automatic({ findings: [finding('info')] })).icon, 'info');
  });

  it('counts the findings and says where they are', () => {
    const row = only(automatic({ findings: [finding('error'), finding('info')] }));
    assert.equal(row.description, '2 findings');
    assert.deepEqual(
      row.children.map(({ label, description, ruleId, place }) => ({ label, description, ruleId, place })),
      Array(2).fill({
        label: 'GET has a body.',
        description: 'my api.yaml:5',
        ruleId: 'openapi/get-no-request-body',
        place: { uri: 'file:///desk/my%20api.yaml', range },
      }),
    );
  });

  it('leaves the rest of a long list to the problems view', () => {
    const row = only(automatic({ findings: Array(130).fill(finding('info')) }));
    assert.equal(row.children.length, 101);
    assert.equal(row.children.at(-1)?.label, '30 more in the problems view');
    assert.equal(row.description, '130 findings');
  });

  it('unfolds a human row to its question, note and evidence', () => {
    const answer = { checked: true, note: 'Keys are\nkept 24 h.', who: 'Ada', when: '2026-03-31' };
    const evidence = [{ text: 'POST /orders', uri: 'file:///desk/api.yaml', range }];
    const row = only(human({ answer, evidence, evidenceLeftOut: 3 }));
    assert.equal(row.role, 'human.answered');
    assert.equal(row.description, 'Ada, 2026-03-31');
    assert.deepEqual(
      row.children.map(({ icon, label, place }) => [icon, label, place?.uri]),
      [
        ['question', 'Is it harmless?', undefined],
        ['note', 'Keys are kept 24 h.', undefined],
        ['evidence', 'POST /orders', 'file:///desk/api.yaml'],
        [undefined, '3 further places', undefined],
      ],
    );
  });

  it('keeps the row and its folder for the answer', () => {
    const item = human({});
    assert.deepEqual(only(item).human, { folder, item });
    assert.equal(only(item).role, 'human.open');
  });

  it('says in a section what is left to do', () => {
    const items = [automatic({ findings: [finding('info')] }), human({}), human({ answer: { checked: false } })];
    assert.equal(section(items).description, '1 finding, 2 to answer');
    assert.equal(section([automatic({}), human({ answer: { checked: true } })]).description, undefined);
  });

  it('gives every line an id of its own, also over several folders', () => {
    const items = [automatic({ findings: [finding('info'), finding('info')] }), human({ evidenceLeftOut: 1 })];
    const folders = ['file:///a', 'file:///b'].map((uri) =>
      folderNode('same', uri, checklistTree({ sections: [{ id: 's', title: 'S', items }] }, uri)),
    );
    const ids = folders.flatMap(idsOf);
    assert.equal(new Set(ids).size, ids.length);
  });
});

function idsOf(node: ChecklistNode): readonly string[] {
  return [node.id, ...node.children.flatMap(idsOf)];
}

function section(items: readonly ChecklistItemState[]): ChecklistNode {
  const [node] = checklistTree({ sections: [{ id: 'methods', title: 'Methods', items }] }, folder);
  assert.ok(node);
  return node;
}

function only(item: ChecklistItemState): ChecklistNode {
  const [node] = section([item]).children;
  assert.ok(node);
  return node;
}

function automatic(part: Partial<AutomaticItemState>): AutomaticItemState {
  const state = part.findings === undefined ? 'pass' : 'findings';
  return { kind: 'automatic', id: 'a', title: 'A', state, findings: [], ...part };
}

function human(part: Partial<HumanItemState>): HumanItemState {
  return { kind: 'human', id: 'h', title: 'H', question: 'Is it harmless?', evidence: [], evidenceLeftOut: 0, ...part };
}

function finding(severity: ItemFinding['severity']): ItemFinding {
  const uri = 'file:///desk/my%20api.yaml';
  return { ruleId: 'openapi/get-no-request-body', severity, message: 'GET has a body.', uri, range };
}
