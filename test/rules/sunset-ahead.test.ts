import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import { sunsetAhead } from '#rules/openapi/sunset-ahead.ts';

const text = `openapi: 3.1.0
paths:
  /old: { get: { deprecated: true, x-sunset: '2026-03-31' } }
  /new: { get: { deprecated: true, x-sunset: '2028-03-31' } }
  /open: { get: { deprecated: true } }
`;

describe('the end of an operation', () => {
  it('is told where it is before the day that is given', () => {
    assert.deepEqual(messages('2027-01-01'), [
      'GET /old was to end on “2026-03-31”, which is past. Take it away, or say a new date.',
    ]);
  });

  it('is not told without a day, or with one that is none', () => {
    assert.deepEqual(messages(''), []);
    assert.deepEqual(messages('tomorrow'), []);
  });
});

function messages(today: string): readonly string[] {
  const rules = { [sunsetAhead.id]: { severity: 'info', options: { today } } } as const;
  const preset = { name: 'all', description: 'The rule.', base: 'all', rules } as const;
  const reviewed = review(
    [{ uri: 'file:///openapi.yaml', text }],
    { rules: [sunsetAhead], presets: [preset] },
    {
      folders: ['file:///'],
      preset: 'all',
      unread: new Map(),
      failFast: true,
    },
  );
  return [...reviewed.files.values()].flatMap(({ findings }) => findings.map(({ message }) => message));
}
