import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { whileAsking } from '#core/work/asking.ts';
import { foundFor } from '#core/work/found-for.ts';
import { noteRead, recordReads } from '#core/work/note-read.ts';
import { keyOf } from '#core/work/read.ts';

describe('what is found out for all', () => {
  const kind = {};
  const read = { kind: 'file', uri: 'file:///a.yaml' } as const;

  it('is found out once for each scope, kind and thing, and noted for each who asks', () => {
    const [scope, thing] = [{}, {}];
    let count = 0;
    const ask = (under: object, of: object, about: object) =>
      recordReads(() =>
        whileAsking(true, () =>
          foundFor(under, of, about, () => {
            noteRead(read);
            return ++count;
          }),
        ),
      );
    const asked = [ask(scope, kind, thing), ask(scope, kind, thing), ask({}, kind, thing), ask(scope, {}, thing)];
    asked.push(ask(scope, kind, {}));
    assert.deepEqual(
      asked.map(({ result }) => result),
      [1, 1, 2, 3, 4],
    );
    for (const { reads } of asked) assert.deepEqual([...reads], [keyOf(read)]);
  });

  it('is not kept where it ends the rule, nor for whoever is no rule', () => {
    const [scope, thing] = [{}, {}];
    let count = 0;
    const fail = () => {
      count++;
      throw new Error('Not understood.');
    };
    for (let time = 0; time < 2; time++)
      assert.throws(() => whileAsking(true, () => foundFor(scope, kind, thing, fail)));
    for (let time = 0; time < 2; time++) foundFor(scope, kind, thing, () => count++);
    assert.equal(count, 4);
  });
});
