import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeCounts, sumCounts } from '#client/finding-counts.ts';
import { statusText } from '#client/status-text.ts';

const none = { error: 0, warning: 0, info: 0 };

describe('statusText', () => {
  it('counts by severity and leaves zeros out', () => {
    const shown = statusText({ kind: 'reviewed', counts: { error: 2, warning: 0, info: 1 } });
    assert.equal(shown?.text, 'Plumbline: $(error) 2 $(info) 1');
    assert.match(shown?.tooltip ?? '', /2 errors, 1 info in this file/);
  });

  it('shows a tick for a file without findings', () => {
    assert.equal(statusText({ kind: 'reviewed', counts: none })?.text, 'Plumbline: $(check)');
  });

  it('shows nothing for other files', () => {
    assert.equal(statusText({ kind: 'hidden' }), undefined);
  });
});

describe('describeCounts', () => {
  it('uses the singular and the plural', () => {
    assert.equal(describeCounts({ error: 1, warning: 2, info: 3 }), '1 error, 2 warnings, 3 infos');
    assert.equal(describeCounts(none), 'no findings');
  });

  it('adds up files', () => {
    const sum = sumCounts([
      { error: 1, warning: 2, info: 3 },
      { error: 4, warning: 0, info: 1 },
    ]);
    assert.deepEqual(sum, { error: 5, warning: 2, info: 4 });
  });
});
