import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { KeyedFacts } from '#core/judge/judge-unit.ts';
import { sameFacts } from '#core/judge/same-facts.ts';
import { SpanMoves } from '#core/judge/span-moves.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { globalRule } from '#core/rule.ts';
import { findValue, toPlainValue } from '#core/tree/tree.ts';
import { everyRule, ruleInfo } from '../../support/test-rule.ts';

const uri = 'file:///w/api.yaml';
const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'all', unread: new Map(), failFast: true };

/** Tells the examples of schemas. */
const tellsExamples = globalRule({
  ...ruleInfo,
  id: 'openapi/tells-examples',
  on: ['openapi.schema'],
  *gather({ anchor, tree }) {
    yield { key: '', span: anchor, example: toPlainValue(findValue(tree, 'example')) };
  },
  *compare(facts) {
    for (const { section, value } of facts)
      yield { section, value: { span: value.span, message: JSON.stringify(value.example) } };
  },
});

describe('facts', () => {
  it('with values that look like parts of Plumbline are compared as what they are', () => {
    const text = (said: string) => `openapi: 3.1.0
components:
  schemas:
    Report:
      example: { id: a, kind: tree, problems: [], text: ${said} }
`;
    const rulebook = { rules: [tellsExamples], presets: [everyRule] };
    const told = [review([{ uri, text: text('before') }], rulebook, settings)];
    told.push(review([{ uri, text: text('after') }], rulebook, settings, told[0]));
    const messages = told.map(({ files }) => files.get(uri)?.findings.map(({ message }) => message));
    const example = { id: 'a', kind: 'tree', problems: [] };
    assert.deepEqual(messages, [
      [JSON.stringify({ ...example, text: 'before' })],
      [JSON.stringify({ ...example, text: 'after' })],
    ]);
  });

  it('that name a section are others where edits would be written into another one that reads the same', () => {
    const texts = {
      'schema.prisma': 'model A {\n  id Int @id\n}\n',
      'api.yaml': 'openapi: 3.1.0\ninfo: { title: A }\n',
    };
    const compared = Object.entries(texts).map(([name, text]) => {
      const [before, after] = [1, 2].map(() => factsOf(`file:///w/${name}`, text));
      return [sameFacts(before, before, new SpanMoves()), sameFacts(before, after, new SpanMoves())];
    });
    assert.deepEqual(compared, [
      [true, false],
      [true, true],
    ]);
  });
});

const active: KeyedFacts['active'] = { rule: tellsExamples, severity: 'error', options: {} };

/** A fact of the first section of a file, which is read anew each time. */
function factsOf(uri: string, text: string): KeyedFacts {
  const workspace = openWorkspace([{ uri, text }], { rules: [], presets: [] }, settings);
  const [section] = workspace.documents.get(uri)?.sections ?? [];
  assert.ok(section !== undefined);
  return { active, facts: [{ section, value: { key: '', section } }] };
}
