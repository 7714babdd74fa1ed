import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { changesOf } from '#core/fix/fix-changes.ts';
import { resolveFixes } from '#core/fix.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { globalRule, localRule } from '#core/rule.ts';
import { applyEdits } from '#core/text/span.ts';
import { recommendedRules, ruleInfo } from '../../support/test-rule.ts';

const folder = 'file:///w/';
const settings: ReviewSettings = { folders: [folder], preset: 'recommended', unread: new Map() };
const presets = [recommendedRules];

const titled = /^titled/;

/** Wants summaries; what the operation id begins with is the cause, `alone` has none. */
const summaryGiven = localRule({
  ...ruleInfo,
  id: 'openapi/summary-given',
  summary: 'Give operations a summary.',
  on: ['openapi.operation'],
  *check({ anchor, method, operationId, path, location, section }, scope) {
    const key = operationId?.value.replace(/\d+$/, '') ?? '';
    const [title] = scope.roots('openapi.info');
    const place = title && titled.test(key) ? { place: { section: title.section, span: title.anchor } } : {};
    const all = key === 'titledall' ? { all: 3 } : {};
    const change = {
      kind: 'set',
      uri: section.uri,
      pointer: [...pointerOf(location), 'summary'],
      value: 'Said',
    } as const;
    yield {
      span: anchor,
      message: `${method} ${path} (${key}) has no summary.`,
      fixes: [{ title: `Give ${operationId?.value} a summary`, safety: 'safe', changes: [change] }],
      ...(key === 'alone'
        ? {}
        : {
            cause: {
              key,
              message: (count) => `${count} operations of “${key}” have no summary.`,
              fixTitle: (count) => `Give ${count} operations a summary`,
              ...place,
              ...all,
            },
          }),
    };
  },
});

const rulebook = { rules: [summaryGiven], presets };

describe('findings of one cause', () => {
  it('are told as one, with the first places and a fix for all', () => {
    const reviewed = say(api('a a a a a a a b'));
    assert.deepEqual(lines(reviewed), ['/p0 7 operations of “a” have no summary.', '/p7 get /p7 (b) has no summary.']);
    const [fold, single] = findingsOf(reviewed);
    assert.equal(fold?.members.length, 7);
    assert.deepEqual(
      fold.related.map(({ message }) => message),
      [1, 2, 3, 4, 5].map((at) => `get /p${at} (a) has no summary.`),
    );
    assert.deepEqual(
      fold.fixes.map(({ title, safety }) => `${title}, ${safety}`),
      ['Give 7 operations a summary, safe'],
    );
    assert.deepEqual(single?.members, []);
  });

  it('are told at the place of the cause, and one that is left at its own', () => {
    const [fold] = findingsOf(say(api('titled titled')));
    assert.equal(textAt(say(api('titled titled')), fold), 'info');
    assert.equal(fold?.related.length, 2);
    assert.deepEqual(lines(say(api('titled'))), ['/p0 get /p0 (titled) has no summary.']);
  });

  it('are mended by one fix, where each is still written whole or not at all', () => {
    const before = api('a a a');
    const [fix] = findingsOf(say(before))[0]?.fixes ?? [];
    assert.ok(fix);
    const { files, skipped } = resolveFixes(say(before), [fix]);
    const after = applyEdits(before, files[0]?.edits ?? []);
    assert.equal(after.match(/summary: Said/g)?.length, 3);
    assert.deepEqual(skipped, []);
    assert.equal(changesOf(fix, say(before).workspace).length, 3);
  });

  it('are silenced one by one, or where the cause is told', () => {
    const [first, second] = [api('a a a'), api('titled titled')];
    const alone = first.replace('    get: ', '    # plumbline-ignore summary-given: known\n    get: ');
    assert.deepEqual(lines(say(alone)), ['/p1 2 operations of “a” have no summary.']);
    assert.deepEqual(lines(say(second.replace('info:', '# plumbline-ignore summary-given: known\ninfo:'))), []);
  });

  it('are told at the first, where the place of the cause is of all of them and one is silenced', () => {
    const all = api('titledall titledall titledall');
    assert.equal(textAt(say(all), findingsOf(say(all))[0]), 'info');
    const others = all.replace('    get: ', '    # plumbline-ignore summary-given: known\n    get: ');
    assert.deepEqual(lines(say(others)), ['/p1 2 operations of “titledall” have no summary.']);
  });

  it('are told apart where the user gave them different severities', () => {
    const files = {
      'api.yaml': api('a a', 'parts/a.yaml'),
      'parts/a.yaml': 'get: { operationId: a8 }\n',
      'parts/plumbline.yaml': 'rules:\n  openapi/summary-given: error\n',
    };
    assert.deepEqual(lines(say(files)), [
      '/p0 2 operations of “a” have no summary.',
      'get: { operationId: a8 }\n get /q (a) has no summary.',
    ]);
  });

  it('are told as one in all files of a description, at the first in its root', () => {
    const files = { 'api.yaml': api('b a', 'a.yaml'), 'a.yaml': 'get: { operationId: a8 }\n' };
    const reviewed = say(files);
    assert.deepEqual(lines(reviewed), ['/p0 get /p0 (b) has no summary.', '/p1 2 operations of “a” have no summary.']);
    assert.deepEqual(reviewed.files.get(`${folder}a.yaml`)?.findings, []);
  });

  it('are told in one of two descriptions that share them', () => {
    const files = {
      'a.yaml': api('a', 's.yaml'),
      'b.yaml': api('c', 's.yaml'),
      's.yaml': 'get: { operationId: a8 }\n',
    };
    assert.deepEqual(lines(say(files)), [
      '/p0 2 operations of “a” have no summary.',
      '/p0 get /p0 (c) has no summary.',
    ]);
  });

  it('stand where the cause moved, when only that moved', () => {
    const rule = globalRule({
      ...ruleInfo,
      id: 'openapi/titled',
      summary: 'S.',
      on: ['openapi.info', 'openapi.operation'],
      *gather({ kind, anchor }) {
        yield { key: '', kind, span: anchor };
      },
      *compare(facts) {
        const [title] = facts.filter(({ value }) => value.kind === 'openapi.info');
        if (title === undefined) return;
        const place = { section: title.section, span: title.value.span };
        const cause = { key: '', place, message: (count: number) => `${count} operations.` };
        for (const { section, value } of facts) {
          if (value !== title.value) yield { section, value: { span: value.span, message: 'One.', cause } };
        }
      },
    });
    const [before, after] = ['', '# moved\n'].map((text) => api('a a').replace('info:', `${text}info:`));
    const titled = { rules: [rule], presets };
    const sources = (text = '') => [{ uri: `${folder}api.yaml`, text }];
    const moved = review(sources(after), titled, settings, review(sources(before), titled, settings));
    assert.deepEqual(findingsOf(moved), findingsOf(review(sources(after), titled, settings)));
    assert.equal(textAt(moved, findingsOf(moved)[0]), 'info');
  });
});

describe('many findings of one rule', () => {
  it('are told by the worst ten and one of the rest', () => {
    const told = lines(say(api(Array(13).fill('alone').join(' '))));
    assert.equal(told.length, 11);
    assert.equal(told[9], '/p9 get /p9 (alone) has no summary.');
    assert.equal(told[10], '/p10 3 more places need this: give operations a summary.');
    assert.equal(lines(say(api(Array(11).fill('alone').join(' ')))).at(-1), '/p10 get /p10 (alone) has no summary.');
  });

  it('count a cause as one of ten, and its members in the rest', () => {
    const words = Array.from({ length: 12 }, (_, index) => `k${String.fromCharCode(97 + index)}`);
    const [rest] = findingsOf(say(api([...words, ...words].join(' ')))).slice(10);
    assert.equal(rest?.message, '4 more places need this: give operations a summary.');
    assert.deepEqual(
      rest.fixes.map(({ title }) => title),
      ['In 4 places: Give kk10 a summary, and the like'],
    );
  });

  it('begin with the worst', () => {
    const files = {
      'api.yaml': api(Array(12).fill('alone').join(' '), 'parts/a.yaml'),
      'parts/a.yaml': 'get: { operationId: alone88 }\n',
      'parts/plumbline.yaml': 'rules:\n  openapi/summary-given: error\n',
    };
    const told = findingsOf(say(files));
    assert.equal(told.length, 11);
    assert.deepEqual(
      told.map(({ severity }) => severity).filter((severity) => severity === 'error'),
      ['error'],
    );
  });
});

describe('what is told', () => {
  it('never becomes more when something is mended or silenced, and leaves nothing out', () => {
    const word = fc.constantFrom('alone', 'alone', 'a', 'b', 'titled', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');
    const some = fc.array(fc.record({ word, isLeft: fc.boolean(), isSilenced: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(some, (operations) => {
        const all = say(api(operations.map((operation) => operation.word).join(' ')));
        const left = operations.filter(({ isLeft }) => isLeft);
        const fewer = say(api(left.map((operation) => operation.word).join(' ')));
        const [before, after] = [findingsOf(all), findingsOf(fewer)];
        assert.ok(after.length <= before.length, `${after.length} after ${before.length}`);
        assert.ok(before.length <= 11);
        assert.equal([...singleFindings(before)].length, operations.length);
        assert.equal([...singleFindings(after)].length, left.length);
        const silenced = say(apiOf(operations.map((each) => [each.word, each.isSilenced])));
        assert.ok(findingsOf(silenced).length <= before.length);
        assert.ok(findingsOf(silenced).every(({ ruleId }) => ruleId === summaryGiven.id));
      }),
      { numRuns: 300 },
    );
  });

  it('stays the very same object where nothing of it changed, and so does its file', () => {
    const text = api('a b', 'a.yaml');
    const parts = { 'a.yaml': 'get: { operationId: b8 }\n', 'c.yaml': 'get: { operationId: c9 }\n' };
    const root = text.replace('  /q:', '  /r:\n    $ref: c.yaml\n  /q:');
    const before = say({ 'api.yaml': root, ...parts });
    const sources = [...before.workspace.sources.values()].map((source) =>
      source.uri.endsWith('c.yaml') ? { uri: source.uri, text: 'get: { operationId: d9 }\n' } : source,
    );
    const after = review(sources, rulebook, { ...settings, failFast: true }, before);
    const [fold] = findingsOf(before).filter(({ members }) => members.length > 0);
    assert.ok(fold);
    assert.ok(findingsOf(after).includes(fold));
    assert.equal(after.files.get(fold.uri), before.files.get(fold.uri));
    assert.notEqual(after.files.get(`${folder}c.yaml`), before.files.get(`${folder}c.yaml`));
  });
});

/** One path for each word, each with an operation whose id begins with it; the last refers to a file. */
function api(words: string, file?: string): string {
  return apiOf(
    words.split(' ').map((word) => [word, false] as const),
    file,
  );
}

function apiOf(operations: readonly (readonly [string, boolean])[], file?: string): string {
  const paths = operations
    .filter(([word]) => word !== '')
    .map(([word, isSilenced], index) => {
      const directive = isSilenced ? '    # plumbline-ignore summary-given: known\n' : '';
      return `  /p${index}:\n${directive}    get: { operationId: ${word}${index} }\n`;
    });
  const last = file === undefined ? '' : `  /q:\n    $ref: ${file}\n`;
  return `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n${paths.join('')}${last}`;
}

function say(files: string | { readonly [name: string]: string }): Review {
  const named = typeof files === 'string' ? { 'api.yaml': files } : files;
  const sources = Object.entries(named).map(([name, text]) => ({ uri: folder + name, text }));
  return review(sources, rulebook, { ...settings, failFast: true });
}

function findingsOf({ files }: Review): readonly ReviewFinding[] {
  return [...files.values()].flatMap(({ findings }) => findings);
}

/** Each finding with the path it stands in, or the text where there is none. */
function lines(reviewed: Review): readonly string[] {
  return findingsOf(reviewed).map((finding) => {
    const text = reviewed.files.get(finding.uri)?.text ?? '';
    const path = text
      .slice(0, finding.span.start)
      .match(/\/[a-z]+\d*(?=:)/g)
      ?.at(-1);
    return `${path ?? text} ${finding.message}`;
  });
}

function textAt({ files }: Review, finding: ReviewFinding | undefined): string | undefined {
  return finding && files.get(finding.uri)?.text.slice(finding.span.start, finding.span.end);
}
