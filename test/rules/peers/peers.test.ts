import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findCounterparts } from '#rules/peers/find-counterpart.ts';
import { peerPage } from '#rules/peers/peer-page.ts';
import { peers } from '#rules/peers/peers.ts';
import { rulebook } from '#rules/rulebook.ts';

describe('rules of other reviewers', () => {
  it('have counterparts that exist, or a sentence why not', () => {
    const ids = new Set<string>(rulebook.rules.map(({ id }) => id));
    for (const { name, rules } of peers)
      for (const [theirs, ours] of Object.entries(rules)) {
        if (typeof ours === 'string') assert.match(ours, /^[A-Z“`].*[.]$/, `${name}:${theirs}`);
        else {
          assert.ok(ours.length > 0, `${name}:${theirs}`);
          assert.deepEqual(
            ours.filter((id) => !ids.has(id) && !id.startsWith('plumbline/')),
            [],
            `${name}:${theirs}`,
          );
        }
      }
  });

  it('are found with their reviewer, and without', () => {
    const told = (name: string) => findCounterparts(name, peers).map(({ peer, id }) => `${peer.name} ${id}`);
    assert.deepEqual(told('spectral:operation-success-response'), ['spectral operation-success-response']);
    assert.ok(told('operation-success-response').includes('spectral operation-success-response'));
    assert.deepEqual(told('spectral:constructor'), []);
    assert.deepEqual(told('nothing'), []);
  });

  it('are found by the short forms of their ids', () => {
    const told = (name: string) => findCounterparts(name, peers).map(({ peer, id }) => `${peer.name} ${id}`);
    assert.deepEqual(told('ibm:etag-header'), ['ibm ibm-etag-header']);
    assert.deepEqual(told('etag-header'), ['ibm ibm-etag-header']);
    assert.deepEqual(told('zally:Z101'), ['zally 101']);
    assert.deepEqual(told('Z-M010'), ['zally M010']);
    assert.deepEqual(told('spectral-owasp:no-numeric-ids'), ['spectral-owasp owasp:api1:2023-no-numeric-ids']);
    assert.deepEqual(told('owasp:api7-concerning-url-parameter'), [
      'spectral-owasp owasp:api7:2023-concerning-url-parameter',
    ]);
    assert.deepEqual(told('aep:158-skip-parameter'), ['aep aep-158-skip-parameter']);
    assert.deepEqual(told('zally:Z'), []);
    assert.deepEqual(told(''), []);
  });

  it('have a page for each reviewer', () => {
    const page = peerPage({
      name: 'other',
      title: 'Other',
      version: '1.0',
      rules: { 'a-b': ['openapi/x', 'openapi/y'], c: 'That is a matter of taste.' },
    });
    assert.match(page, /^# Coming from Other\n\nOf the 2 rules of Other 1\.0, 1 have a counterpart here/);
    assert.match(page, /\| `a-b` \| \[openapi\/x\]\(\.\.\/rules\/openapi\/x\.md\), /);
    assert.match(page, /## Without a counterpart\n\n.*\n.*\n\| `c` \| That is a matter of taste\. \|/);
  });
});
