import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { besideComplaints, complainedLines, type ShownDiagnostic } from '#client/prisma-complaints.ts';

function at(line: number, rest: Partial<ShownDiagnostic> = {}): ShownDiagnostic {
  return { range: { start: { line } }, severity: 0, ...rest };
}

describe('findings beside those of Prisma’s extension', () => {
  it('knows its errors and warnings, which have no source, and no hints', () => {
    const shown = [
      at(1),
      at(2, { severity: 1, source: '' }),
      at(3, { severity: 3 }),
      at(4, { source: 'plumbline', code: 'prisma/money-exact' }),
      at(5, { source: 'cSpell' }),
      at(6, { source: 'Prisma' }),
    ];
    assert.deepEqual([...complainedLines(shown)], [1, 2, 6]);
  });

  it('leaves out those of our Prisma rules in the same lines', () => {
    const found = [
      at(1, { code: { value: 'prisma/money-exact' } }),
      at(1, { code: 'plumbline/unused-ignore' }),
      at(2, { code: 'prisma/money-exact' }),
    ];
    assert.deepEqual(besideComplaints(found, new Set([1])), found.slice(1));
    assert.deepEqual(besideComplaints(found, new Set()), found);
  });
});
