import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ChecklistNode } from '#client/checklist-node.ts';
import { checklistTree, folderNode } from '#client/checklist-tree.ts';
import type {
  AutomaticItemState,
  ChecklistItemState,
  HumanItemState,
  ItemEvidence,
  ItemFinding,
  ServiceState,
} from '#server/protocol.ts';

const service = 'file:///shop/api.yaml';
const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 8 } };
const counts = { rows: 51, decided: 26, failing: 2, open: 25 };

describe('checklistTree', () => {
  it('has a root for each service, with its progress, its schema and its sections below', () => {
    const schema = { path: 'db/schema.prisma', uri: 'file:///shop/db/schema.prisma' };
    const [root] = checklistTree({ services: [serviceOf([], { version: '1.4.0', schema })] });
    assert.equal(root?.label, 'Bookshop 1.4.0');
    assert.equal(root?.description, '2 ✗ · 25 ?');
    assert.equal(root?.spoken, 'Bookshop 1.4.0, 2 to mend, 25 to decide, api.yaml');
    assert.deepEqual(
      root?.children.map(({ label, description, place }) => [label, description, place?.uri]),
      [
        ['26 of 51 decided', 'api.yaml', service],
        ['Schema', 'db/schema.prisma', schema.uri],
        ['Methods', undefined, undefined],
      ],
    );
  });

  it('leaves the rows of a service to be asked for', () => {
    const { sections: _, ...state } = serviceOf([]);
    const [root] = checklistTree({ services: [state] });
    assert.deepEqual([root?.service, root?.children], [service, []]);
  });

  it('shows what rules decided as an icon, a green one only without exceptions', () => {
    const icons = ['pass', 'notApplicable', 'unknown'] as const;
    for (const state of icons) assert.equal(only(automatic({ state })).icon, state);
    assert.equal(only(automatic({ ignored: 2 })).icon, 'passWithExceptions');
    assert.equal(only(automatic({ off: ['openapi/x'] })).icon, 'passWithExceptions');
    assert.equal(only(automatic({ findings: [finding('warning'), finding('error')] })).icon, 'error');
    assert.equal(only(automatic({ findings: [finding('info'), finding('warning')] })).icon, 'warning');
    assert.equal(only(automatic({ findings: [finding('info')] })).icon, 'info');
  });

  it('says in words what the icon means', () => {
    const told = (part: Partial<AutomaticItemState>) => {
      const { description, tooltip, spoken } = only(automatic(part));
      return [description, tooltip?.split('\n\n').slice(1).join(' '), spoken];
    };
    assert.deepEqual(told({}), [
      undefined,
      'The rules that are on found nothing.',
      'A, The rules that are on found nothing.',
    ]);
    assert.equal(told({ ignored: 1, off: ['openapi/x'] })[0], '1 ignored · 1 rule off');
    assert.match(told({ ignored: 1, off: ['openapi/x'] })[1] ?? '', /1 finding ignored off: openapi\/x/);
    assert.deepEqual(told({ state: 'notApplicable', off: ['openapi/x'] }).slice(0, 2), [
      'not applicable',
      'Not applicable: there are no webhooks.',
    ]);
    assert.deepEqual(told({ state: 'unknown', unread: ['b.yaml'] }).slice(0, 2), [
      'not known',
      'Not known. not read: b.yaml',
    ]);
  });

  it('counts the findings and says where they are', () => {
    const row = only(automatic({ findings: [finding('error'), finding('info', 'No key.')] }));
    assert.equal(row.description, '2');
    assert.deepEqual(row.row, { service, itemId: 'a', title: 'A' });
    const [first] = row.children;
    assert.deepEqual(
      [first?.label, first?.description, first?.ruleId, first?.place],
      ['GET has a body.', 'my api.yaml:5', 'openapi/get-no-request-body', { uri: 'file:///desk/my%20api.yaml', range }],
    );
    assert.equal(first?.spoken, 'error: GET has a body. my api.yaml:5');
  });

  it('says once what all that stand together say', () => {
    const texts = ['POST /a takes no key', 'POST /b/{id} takes no key', 'POST /c takes no key'];
    const row = only(human({ evidence: texts.map((text) => evidence(text)) }));
    assert.deepEqual(
      row.children.map(({ label, tooltip }) => [label, tooltip]),
      [['POST … takes no key', 'POST … takes no key'], ...texts.map((text) => [text.split(' ')[1], text])],
    );
  });

  it('leaves the rest of a long list to the problems view', () => {
    const row = only(automatic({ findings: Array.from({ length: 130 }, (_, index) => finding('info', `${index} x`)) }));
    assert.equal(row.children.length, 101);
    assert.equal(row.children.at(-1)?.label, '30 more in the problems view');
    assert.equal(row.description, '130');
  });

  it('unfolds a human row to its note and evidence, and tells its question', () => {
    const answer = { verdict: 'yes', note: 'Keys are\nkept 24 h.', who: 'Ada', when: '2026-03-31' } as const;
    const row = only(human({ answer, evidence: [evidence('POST /orders')], evidenceLeftOut: 3 }));
    assert.equal(row.role, 'human.answered');
    assert.equal(row.description, 'Ada, 2026-03-31');
    assert.match(
      row.tooltip ?? '',
      /It is harmless\n\nIs it harmless\?\n\nAnswered: yes \(Ada, 2026-03-31\)\.\n\nKeys are/,
    );
    assert.deepEqual(
      row.children.map(({ icon, label, place }) => [icon, label, place?.uri]),
      [
        ['note', 'Keys are kept 24 h.', undefined],
        ['evidence', 'POST /orders', 'file:///desk/api.yaml'],
        [undefined, '3 further places', undefined],
      ],
    );
  });

  it('shows each answer by its icon, and what is not a plain yes in words', () => {
    const shown = (part: Partial<HumanItemState>) => {
      const { icon, description, role } = only(human(part));
      return [icon, description, role];
    };
    assert.deepEqual(shown({}), ['open', undefined, 'human.open']);
    assert.deepEqual(shown({ answer: { verdict: 'yes' } }), ['yes', undefined, 'human.answered']);
    assert.deepEqual(shown({ answer: { verdict: 'no', who: 'Ada' } }), ['no', 'no · Ada', 'human.answered']);
    assert.deepEqual(shown({ answer: { verdict: 'not-applicable' } }).slice(0, 2), ['notApplicable', 'not applicable']);
    const stale = { answer: { verdict: 'yes', who: 'Ada' }, stale: 'answered for 3 webhooks, now 5' } as const;
    assert.deepEqual(shown(stale).slice(0, 2), ['stale', 'answered for 3 webhooks, now 5 · Ada']);
  });

  it('keeps the row and its service for the answer', () => {
    const item = human({});
    assert.deepEqual(only(item).human, { service, item });
  });

  it('says in a section what is left to do', () => {
    const no = human({ answer: { verdict: 'no' } });
    const stale = human({ answer: { verdict: 'yes' }, stale: 'x' });
    const items = [automatic({ findings: [finding('info')] }), automatic({ state: 'unknown' }), human({}), no, stale];
    assert.equal(section(items).description, '2 ✗ · 3 ?');
    const done = [automatic({}), automatic({ state: 'notApplicable' }), human({ answer: { verdict: 'yes' } })];
    assert.equal(section(done).description, undefined);
    assert.equal(section(done).spoken, 'Methods, all decided');
  });

  it('gives every line an id of its own, also over several folders', () => {
    const items = [automatic({ findings: [finding('info'), finding('info')] }), human({ evidenceLeftOut: 1 })];
    const folders = ['file:///a', 'file:///b'].map((uri) =>
      folderNode('same', uri, checklistTree({ services: [{ ...serviceOf(items), id: `${uri}/api.yaml` }] })),
    );
    const ids = folders.flatMap(idsOf);
    assert.equal(new Set(ids).size, ids.length);
  });
});

function idsOf(node: ChecklistNode): readonly string[] {
  return [node.id, ...node.children.flatMap(idsOf)];
}

function serviceOf(items: readonly ChecklistItemState[], part: Partial<ServiceState> = {}): ServiceState {
  const sections = [{ id: 'methods', title: 'Methods', items }];
  return { id: service, title: 'Bookshop', path: 'api.yaml', uri: service, counts, sections, ...part };
}

function section(items: readonly ChecklistItemState[]): ChecklistNode {
  const [root] = checklistTree({ services: [serviceOf(items)] });
  const node = root?.children.at(-1);
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
  const texts = { title: 'A', sentence: 'It is so', subject: 'webhooks' };
  return { kind: 'automatic', id: 'a', ...texts, state, findings: [], ignored: 0, off: [], unread: [], ...part };
}

function human(part: Partial<HumanItemState>): HumanItemState {
  const texts = { title: 'H', sentence: 'It is harmless', question: 'Is it harmless?', asksNote: false };
  return { kind: 'human', id: 'h', ...texts, evidence: [], evidenceLeftOut: 0, ...part };
}

function evidence(text: string): ItemEvidence {
  return { text, uri: 'file:///desk/api.yaml', range };
}

function finding(severity: ItemFinding['severity'], message = 'GET has a body.'): ItemFinding {
  const uri = 'file:///desk/my%20api.yaml';
  return { ruleId: 'openapi/get-no-request-body', severity, message, uri, range };
}
