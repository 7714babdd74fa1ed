import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { circlesIn, type GraphStep, reachedFrom, stepsByStart, wayTo } from '#rules/detectors/prisma/relation-graph.ts';

const steps = (text: string): readonly GraphStep[] =>
  text.split(' ').map((step) => {
    const [from = '', to = ''] = step.split('>');
    return { from, to };
  });

const written = (way: readonly GraphStep[]): string => way.map(({ from, to }) => `${from}>${to}`).join(' ');

describe('the graph of relations', () => {
  it('has a circle for each set of models that all lead to each other, beginning with the first step given', () => {
    const circles = circlesIn(steps('a>b b>c c>a c>d d>e e>d a>a f>a'));
    assert.deepEqual(circles.map(written), ['a>b b>c c>a', 'd>e e>d']);
  });

  it('has the shortest circle, and none where nothing leads back', () => {
    assert.deepEqual(circlesIn(steps('a>b b>c c>d d>a b>a')).map(written), ['a>b b>a']);
    assert.deepEqual(circlesIn(steps('a>b a>c b>d c>d d>d')), []);
  });

  it('tells the shortest way to what is reached', () => {
    const reached = reachedFrom('a', stepsByStart(steps('a>b b>c a>c c>d x>a')));
    assert.deepEqual([...reached.keys()], ['b', 'c', 'd']);
    assert.equal(written(wayTo('d', reached)), 'a>c c>d');
  });

  it('may be as long as it likes', () => {
    const long = Array.from({ length: 100_000 }, (_, index) => ({ from: `${index}`, to: `${index + 1}` }));
    assert.deepEqual(circlesIn(long), []);
    assert.equal(circlesIn([...long, { from: '100000', to: '0' }])[0]?.length, 100_001);
  });

  it('may have very many circles, each looked at once', () => {
    const pairs = Array.from({ length: 20_000 }, (_, index) => [
      { from: `a${index}`, to: `b${index}` },
      { from: `b${index}`, to: `a${index}` },
      { from: `b${index}`, to: `a${index + 1}` },
    ]).flat();
    assert.equal(circlesIn(pairs).length, 20_000);
  });
});
