import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { rules } from '#rules/index.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';
import { type RuleCase, readCases } from './read-cases.ts';

const folder = 'test/rules/cross/seeded';
const crossRules = rules.filter(({ id }) => id.startsWith('cross/'));

/**
 * `<rule>.md` holds pairs of a description and a schema: below `## fault: …` the rule reports what is marked, below `## twin: …`,
 * the same without the fault, no rule of `cross/` reports anything.
 */
for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  const id = `cross/${name.replace(/\.md$/, '')}`;
  describe(`seeded pairs of ${id}`, () => {
    const cases = readCases(readFileSync(`${folder}/${name}`, 'utf8'), 'openapi.yaml');
    for (const seeded of cases) it(seeded.title, () => checkPair(id, seeded));
    it('has a twin for each fault', () => {
      const kinds = cases.map(({ title }) => title.split(':')[0]);
      assert.ok(kinds.includes('fault') && kinds.every((kind) => kind === 'fault' || kind === 'twin'));
      assert.ok(kinds.filter((kind) => kind === 'twin').length >= kinds.filter((kind) => kind === 'fault').length);
    });
  });
}

function checkPair(id: string, { title, files }: RuleCase): void {
  const marked = Object.entries(files).map(([name, text]) => ({ name, ...parseMarkedText(text) }));
  const reviewed = reviewFiles(Object.fromEntries(marked.map(({ name, text }) => [name, text])), crossRules);
  const isFault = title.startsWith('fault');
  assert.equal(
    marked.some(({ spans }) => spans.length > 0),
    isFault,
    'a fault is marked, a twin is not',
  );
  for (const { name, text, spans } of marked) {
    const shown = ({ start, end }: { start: number; end: number }): string => `${start}: ${text.slice(start, end)}`;
    const found = findingsIn(reviewed, name).filter(({ ruleId }) => !isFault || ruleId === id);
    assert.deepEqual(
      found.map(({ span, ruleId, message }) => `${shown(span)}${ruleId === id ? '' : ` (${ruleId}: ${message})`}`),
      spans.map(shown),
      `${name}: ${found.map(({ message }) => message).join(' ')}`,
    );
  }
}
