import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { readContext } from '#core/openapi/description/description-context.ts';
import { applyChanges } from '#core/tree/write/apply-changes.ts';
import { documentResponse, neighbours } from '#rules/fixes/openapi/document-response.ts';

describe('a new status', () => {
  const goesAfter = (statuses: readonly string[], status: string) =>
    neighbours(statuses, status).after.find((other) => statuses.includes(other));

  const placed = (statuses: readonly string[], status: string): string => {
    const { before, after } = neighbours(statuses, status);
    const next = before.find((other) => statuses.includes(other));
    const last = after.find((other) => statuses.includes(other));
    const at = next === undefined ? statuses.indexOf(last ?? '') + 1 : statuses.indexOf(next);
    return statuses.toSpliced(at, 0, status).join(' ');
  };

  it('goes after the last lower one of its class', () => {
    assert.equal(goesAfter(['200', '401', '400'], '404'), '400');
    assert.equal(goesAfter(['400', '200'], '404'), '400');
  });

  it('goes after those of its class that stand behind a higher one', () => {
    assert.equal(placed(['200', '500', '404'], '429'), '200 500 404 429');
    assert.equal(placed(['200', '404', '500', '401'], '429'), '200 404 500 401 429');
    assert.equal(placed(['200', '401', '404', '500', 'default'], '429'), '200 401 404 429 500 default');
    assert.equal(placed(['default', '200', '404'], '429'), 'default 200 404 429');
  });

  it('goes down where all others do', () => {
    assert.equal(placed(['500', '404', '200'], '429'), '500 429 404 200');
    assert.equal(placed(['404', '401', '200'], '429'), '429 404 401 200');
    assert.equal(placed(['500', '404', '401', 'default'], '400'), '500 404 401 400 default');
  });

  it('goes after the last lower one where it is the first of its class', () => {
    assert.equal(goesAfter(['201', '200'], '404'), '200');
  });

  it('stands in order beside another new one, whichever comes first', () => {
    const uri = 'file:///a.yaml';
    const reparse = (text: string) => cutDescription({ uri, text, language: 'yaml' });
    const codes = ['200', '400', '401', '404', '429', '500'];
    for (const first of codes) {
      for (const second of codes.filter((code) => code !== first)) {
        const statuses = codes.filter((code) => code !== first && code !== second);
        for (const count of statuses.keys()) {
          const known = statuses.slice(0, count + 1);
          const site = { uri, pointer: ['get'], statuses: known, context: readContext(reparse('openapi: 3.1.0\n')) };
          const changes = [first, second].flatMap((status) => documentResponse(site, status, {}, []));
          const text = `get:\n  responses:\n${known.map((code) => `    '${code}': {}\n`).join('')}`;
          const written = [...applyChanges(reparse(text), changes, reparse).text.matchAll(/\d{3}/g)].map(String);
          assert.deepEqual(written, [...known, first, second].sort());
        }
      }
    }
  });
});
