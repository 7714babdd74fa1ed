import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import { localRule } from '#core/rule.ts';
import type { Source } from '#core/source.ts';
import { everyRule, ruleInfo } from '../support/test-rule.ts';
import { findingsIn, reviewed } from './reviewed.ts';

const api = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n";
const settings = { folders: ['file:///w/'], preset: 'all', unread: new Map() };

/** A source that fails when it is read for the time that is named. */
function failingSource(uri: string, text: string, time: number): Source {
  let reads = 0;
  return {
    uri,
    get text() {
      reads += 1;
      if (reads === time) throw new RangeError('Maximum call stack size exceeded');
      return text;
    },
  };
}

const everyTitle = localRule({
  ...ruleInfo,
  id: 'openapi/every-title',
  on: ['openapi.info'],
  *check(info) {
    const isBroken = info.title?.value === 'Broken';
    const fail = () => assert.fail('broken');
    yield isBroken
      ? {
          get span() {
            return fail();
          },
          message: 'Bad.',
        }
      : { span: info.anchor, message: 'Bad.' };
  },
});

const rulebook = { rules: [everyTitle], presets: [everyRule] } as const;

function said(sources: readonly Source[]): readonly string[] {
  const files = [...review(sources, rulebook, settings).files.values()];
  return files.flatMap(({ findings }) =>
    findings.map(({ uri, ruleId, message }) => `${uri.slice('file:///w/'.length)} ${ruleId} ${message.split(':')[0]}`),
  );
}

describe('a mistake of ours', () => {
  it('in reading one description is told there, and the others are reviewed', () => {
    const found = said([failingSource('file:///w/a.yaml', api, 2), { uri: 'file:///w/b.yaml', text: api }]);
    assert.deepEqual(found, [
      'a.yaml plumbline/internal-error Plumbline failed to read this',
      'b.yaml openapi/every-title Bad.',
    ]);
  });

  it('in reading one Prisma schema is told there, and the others are reviewed', () => {
    const found = said([
      failingSource('file:///w/a/schema.prisma', 'model A {\n  id Int @id\n}\n', 1),
      { uri: 'file:///w/b/schema.prisma', text: 'model B {\n  ?\n}\n' },
    ]);
    assert.equal(found[0], 'a/schema.prisma plumbline/internal-error Plumbline failed to read this');
    assert.ok(
      found.slice(1).some((each) => each.startsWith('b/schema.prisma plumbline/')),
      found.join('\n'),
    );
  });

  it('in telling what a rule found is told in its place', () => {
    const found = said([
      { uri: 'file:///w/a.yaml', text: api.replace('title: T', 'title: Broken') },
      { uri: 'file:///w/b.yaml', text: api },
    ]);
    assert.deepEqual(found, [
      'a.yaml plumbline/internal-error Plumbline failed to tell the findings of openapi/every-title here',
      'b.yaml openapi/every-title Bad.',
    ]);
  });
});

describe('long lists and deep texts', function () {
  this.timeout(0);

  it('overflow no stack', () => {
    const size = 130_000;
    const many = (line: (index: number) => string) => Array.from({ length: size }, (_, index) => line(index)).join('');
    const review = reviewed({
      'enum.prisma': `enum A {\n${many((index) => `  B${index}\n`)}}\n`,
      'fields.prisma': `type A {\n${many((index) => `  b${index} Int\n`)}}\n`,
      'blank.json': `{${' '.repeat(size)}"x" "openapi"`,
      'comments.yaml': `${many(() => '# c\n')}${api}`,
      'merges.yaml': `${api}x:\n  a: &a { b: c }\n  d: { <<: [${many(() => '*a, ')}] }\n`,
      'plumbline.yaml': many((index) => `k${index}: 1\n`),
      'deep.yaml': `${api}x: ${'['.repeat(size)}`,
      'open.yaml': `${api}x: [\n${many((index) => `  d${index}: "a\n`).slice(0, size)}`,
      'fine.yaml': `${api}x: [\n`,
    });
    assert.deepEqual(
      findingsIn('deep.yaml', review)
        .map(({ ruleId }) => ruleId)
        .includes('plumbline/internal-error'),
      false,
    );
    assert.deepEqual(
      findingsIn('fine.yaml', review).flatMap(({ ruleId }) => (ruleId.startsWith('plumbline/') ? ruleId : [])),
      ['plumbline/syntax'],
    );
    const all = [...review.files.values()].flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
    assert.ok(!all.includes('plumbline/internal-error'), all.join('\n'));
  });

  it('of allOf are not followed without end', () => {
    const chain = Array.from(
      { length: 4_000 },
      (_, index) => `    A${index}: { allOf: [{ $ref: '#/components/schemas/A${index + 1}' }] }\n`,
    );
    const use =
      "{ post: { responses: { '201': { description: Fine, content: { application/json: { schema: { $ref: '#/components/schemas/A0' } } } } } } }";
    const text = `${api.replace('{}', `\n  /createOrder: ${use}`)}components:\n  schemas:\n${chain.join('')}    A4000: { type: object }\n`;
    const found = findingsIn('api.yaml', reviewed({ 'api.yaml': text }));
    assert.ok(found.length > 0);
    assert.ok(
      found.every(({ ruleId }) => ruleId !== 'plumbline/internal-error'),
      found.map(({ message }) => message).join('\n'),
    );
  });
});
