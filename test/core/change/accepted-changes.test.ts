import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { acceptEdit } from '#core/change/accept-edit.ts';
import { changeKey, firstSentence } from '#core/change/accepted-change.ts';
import type { Base } from '#core/change/base.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { applyEdits } from '#core/text/span.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { noOutline } from '#core/tree/outline.ts';
import { rulebook } from '#rules/rulebook.ts';

const folder = 'file:///work';
const list = `${folder}/plumbline.changes.yaml`;
const api = `${folder}/api/open%20api.yaml`;
const before = `openapi: 3.1.0
info: { title: shop, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      responses: { '200': { description: The orders. } }
`;
const after = before.replace('listOrders', 'getOrders');
const what = 'The operationId of GET /orders was “listOrders” and is “getOrders”';
const entry = `version: 1
changes:
  - rule: change/operation-id-kept
    file: api/open api.yaml
    what: ${what}
    why: Nobody generates a client.
    who: Ada
    until: 2026-06-30
`;

describe('accepted changes', () => {
  it('are told with the first sentence that the entry names', () => {
    const [found = ''] = told(reviewed('').files);
    assert.ok(found.startsWith('change/operation-id-kept'));
    assert.ok(found.endsWith(message()) && message().startsWith(sentence()));
  });

  it('are not told up to their day, and told from then on', () => {
    const text = entry.replace(what, sentence());
    assert.deepEqual(told(reviewed(text, '2026-06-30').files), []);
    assert.deepEqual(told(reviewed(text).files), []);
    assert.deepEqual(told(reviewed(text, '2026-07-01').files), [
      `change/operation-id-kept ${message()}`,
      'plumbline/accepted-change This change was accepted until 2026-06-30, and is told again. Decide until when it may be, or remove the entry.',
    ]);
  });

  it('are those of the file, with the very sentence, of the very rule', () => {
    const text = entry.replace(what, sentence());
    assert.deepEqual(told(reviewed(text.replace(/ {4}file.*\n/, '')).files), []);
    assert.deepEqual(told(reviewed(text.replace(/[“”]/g, '"').replace(/what: (.*)/, "what: '$1.'")).files), []);
    assert.equal(told(reviewed(text.replace('open api', 'other')).files).length, 1);
    assert.equal(told(reviewed(text.replace('listOrders', 'allOrders')).files).length, 1);
    assert.equal(told(reviewed(text.replace('operation-id-kept', 'path-kept')).files).length, 1);
  });

  it('come and go with the next review as with a new one', () => {
    const text = entry.replace(what, sentence());
    const first = reviewed('');
    const second = reviewed(text, '2026-06-30', first);
    assert.deepEqual(told(second.files), []);
    const third = reviewed(text, '2026-07-01', second);
    assert.deepEqual(told(third.files), told(reviewed(text, '2026-07-01').files));
    assert.deepEqual(told(reviewed('', '2026-07-01', third).files), told(first.files));
  });

  const mistakes: readonly (readonly [string, string, string])[] = [
    ['no reason', entry.replace(/ {4}why.*\n/, ''), 'rule: An accepted change needs “why”: the reason it may be.'],
    [
      'no day',
      entry.replace('2026-06-30', '2026-06-31'),
      '2026-06-31: “until” must be a day such as 2030-12-31; “2026-06-31” is none.',
    ],
    [
      'a misspelt key',
      entry.replace('until:', 'untill:'),
      'rule: An accepted change needs “until”: the last day on which it is not told, such as 2030-12-31.|untill: “untill” means nothing here. Did you mean “until”?',
    ],
    [
      'another rule',
      entry.replace('change/operation-id-kept', 'openapi/list-paginated'),
      'openapi/list-paginated: There is no rule about changes called “openapi/list-paginated”. It is about no change: write “plumbline-ignore” where it is told.',
    ],
    [
      'a misspelt rule',
      entry.replace('operation-id-kept', 'operation-id-keept'),
      'change/operation-id-keept: There is no rule about changes called “change/operation-id-keept”. Did you mean “change/operation-id-kept”?',
    ],
    [
      'a text with a colon',
      entry.replace('why: Nobody', 'why: Said: Nobody'),
      'why: “why” must be a text: put it in quotes.',
    ],
    ['no list', 'changes: all\n', 'all: “changes” must be a list. Begin each entry with “- rule:”.'],
    [
      'a text in the list',
      'changes: [all]\n',
      'all: An accepted change must be a map. Write “rule:”, “what:”, “why:” and “until:” below each other.',
    ],
    [
      'another version',
      `version: 2\n${entry.slice(11)}`,
      '2: The “version” of this file must be 1; it was read as if it were. Write “version: 1”.',
    ],
  ];
  for (const [title, text, expected] of mistakes) {
    it(`say what is wrong: ${title}`, () => {
      const file = reviewed(text).files.get(list);
      const found = file?.findings.map(({ span, message: said }) => `${text.slice(span.start, span.end)}: ${said}`);
      assert.equal([...(found ?? [])].sort().join('|'), expected);
    });
  }

  it('are written behind the others, or into a new file', () => {
    const added = {
      rule: 'change/path-kept',
      file: 'a.yaml',
      what: 'The path “/a” is gone',
      why: 'b',
      until: '2030-01-01',
    };
    const item = '  - rule: change/path-kept\n    file: a.yaml\n    what: The path “/a” is gone\n    why: b\n';
    const written = (text: string | undefined): string => {
      const document =
        text === undefined ? undefined : cutDocument({ uri: list, text, language: 'yaml', outline: noOutline });
      const edit = acceptEdit(list, document, added);
      return edit?.kind === 'new' ? edit.text : applyEdits(text ?? '', edit?.edits ?? []);
    };
    assert.match(
      written(undefined),
      new RegExp(`^# Changes .*\nversion: 1\nchanges:\n${item}    until: '?2030-01-01'?\n$`),
    );
    assert.ok(written(entry).startsWith(`${entry}${item}    until: `));
    assert.match(written('# Ours\n'), new RegExp(`^# Ours\n# Changes .*\nversion: 1\nchanges:\n${item}`));
    assert.equal(
      acceptEdit(list, cutDocument({ uri: list, text: 'a: [', language: 'yaml', outline: noOutline }), added),
      undefined,
    );
  });

  it('know a sentence by its words', () => {
    assert.equal(firstSentence('The path “/a. b” is gone. Keep it.'), 'The path “/a. b” is gone');
    assert.equal(
      firstSentence('`A.b` is gone: its column is dropped. Keep it.'),
      '`A.b` is gone: its column is dropped',
    );
    assert.equal(changeKey('a/b', '“x”  is gone.'), changeKey('a/b', '"x" is gone'));
    assert.notEqual(changeKey('a/b', '“x” is gone'), changeKey('a/b', '“y” is gone'));
  });
});

function message(): string {
  const [found = ''] = told(reviewed('').files);
  return found.slice(found.indexOf(' ') + 1);
}

function sentence(): string {
  return firstSentence(message());
}

function reviewed(text: string, today?: string, previous?: Review): Review {
  const settings: ReviewSettings = { folders: [folder], preset: 'recommended', unread: new Map(), failFast: true };
  const workspace = openWorkspace([{ uri: api, text: before }], rulebook, settings);
  const base: Base = { id: 'base', name: 'main', workspace, formerUris: new Map() };
  const sources = [{ uri: api, text: after }, ...(text === '' ? [] : [{ uri: list, text }])];
  return review(sources, rulebook, { ...settings, base, ...(today !== undefined && { today }) }, previous);
}

function told(files: Review['files']): readonly string[] {
  const findings = [...files.values()].flatMap((file) => file.findings);
  return findings
    .filter(({ ruleId }) => /^(?:change|plumbline)\//.test(ruleId))
    .map(({ ruleId, message: said }) => `${ruleId} ${said}`)
    .sort();
}
