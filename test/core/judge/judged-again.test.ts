import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { globalRule, localRule, type Rule } from '#core/rule.ts';
import { everyRule, ruleInfo } from '../../support/test-rule.ts';

const uri = 'file:///w/api.yaml';
const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'all', unread: new Map(), failFast: true };
const presets = [everyRule];

const original = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /users:
    get:
      operationId: listUsers
      parameters: [{ $ref: '#/components/parameters/Cursor' }]
  /orders:
    get:
      operationId: listOrders
components:
  parameters:
    Cursor:
      description: Where to go on.
      name: cursor
      in: query
      example: { description: 'Inner.' }
      x-note: { summary: 'Inner.' }
`;

const prose = ['Where to go on.', 'Where to go on, after the last one.'] as const;

/** Asks for the name of each parameter, which is no prose. */
const namesParameters = localRule({
  ...ruleInfo,
  id: 'openapi/names-parameters',
  on: ['openapi.operation'],
  *check({ anchor, parameters }, scope) {
    for (const each of parameters) yield { span: anchor, message: `It takes ${scope.resolve(each)?.name?.value}.` };
  },
});

const readsProse = localRule({
  ...ruleInfo,
  id: 'openapi/reads-prose',
  on: ['openapi.operation'],
  *check({ anchor, parameters }, scope) {
    for (const each of parameters) yield { span: anchor, message: `${scope.resolve(each)?.description?.value}` };
  },
});

const pointsThere = localRule({
  ...ruleInfo,
  id: 'openapi/points-there',
  on: ['openapi.operation'],
  *check({ anchor, parameters }, scope) {
    for (const each of parameters) {
      const found = scope.resolve(each);
      if (found?.name === undefined) continue;
      const related = [{ section: found.section, span: found.name.span, message: 'Here.' }];
      yield { span: anchor, message: 'It takes this.', related };
    }
  },
});

const gathersPlaces = globalRule({
  ...ruleInfo,
  id: 'openapi/gathers-places',
  on: ['openapi.operation'],
  *gather({ parameters }, scope) {
    for (const each of parameters) {
      const found = scope.resolve(each);
      if (found !== undefined) yield { key: 'all', section: found.section, span: found.span };
    }
  },
  *compare(facts) {
    for (const { value } of facts)
      yield { section: value.section, value: { span: value.span, message: 'It is taken.' } };
  },
});

describe('an edit of a shared component', () => {
  it('leaves those alone who do not read the prose that changed', () => {
    assert.deepEqual(judgedAfter(namesParameters, prose), ['Cursor']);
  });

  it('concerns those who read the prose that changed', () => {
    assert.deepEqual(judgedAfter(readsProse, prose), ['/users', 'Cursor']);
  });

  it('concerns those who point to a place that moved', () => {
    assert.deepEqual(judgedAfter(pointsThere, prose), ['/users', 'Cursor']);
  });

  it('concerns those who gathered a place that moved', () => {
    assert.deepEqual(judgedAfter(gathersPlaces, prose), ['/users', 'Cursor']);
  });

  for (const [what, from, to] of [
    ['a name', 'name: cursor', 'name: after'],
    ['an example', "example: { description: 'Inner.' }", "example: { description: 'Other.' }"],
    ['an extension', "x-note: { summary: 'Inner.' }", "x-note: { summary: 'Other.' }"],
    ['a new key', 'in: query', 'in: query\n      required: true'],
    ['a description that is no text any more', 'Where to go on.', '12'],
    ['an $id, which may stand in prose', 'Where to go on.', 'Where $id:x goes on.'],
  ] as const) {
    it(`concerns all who read it when ${what} changed`, () => {
      assert.deepEqual(judgedAfter(namesParameters, [from, to]), ['/users', 'Cursor']);
    });
  }
});

/** The last steps of the pointers of the sections that are judged again when `from` becomes `to`; checks what is said, too. */
function judgedAfter(rule: Rule, [from, to]: readonly [string, string]): readonly string[] {
  assert.ok(original.includes(from));
  const after = original.replace(from, to);
  const rulebook = { rules: [rule], presets };
  const reviewOf = (text: string, previous?: Review) => review([{ uri, text }], rulebook, settings, previous);
  const old = reviewOf(original);
  const now = reviewOf(after, old);
  assert.deepEqual(findingsOf(now), findingsOf(reviewOf(after)));
  const known = new Set(old.run.judgements);
  return now.run.judgements.flatMap((judgement) => {
    const { section } = judgement.unit;
    return known.has(judgement) || section.kind !== 'tree' ? [] : (section.pointer.at(-1) ?? '');
  });
}

function findingsOf({ files }: Review): unknown {
  return files.get(uri)?.findings;
}
