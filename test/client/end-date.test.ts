import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { endDateProblem, usualEndDate } from '#client/end-date.ts';

describe('the date something ends', () => {
  it('is half a year from today, where nobody says otherwise', () => {
    assert.equal(usualEndDate(new Date(2026, 10, 26)), '2027-05-26');
    assert.equal(usualEndDate(new Date(2026, 7, 31)), '2027-02-28');
  });

  it('is a day that is still to come', () => {
    const today = new Date(2026, 10, 26);
    for (const good of ['2026-11-26', '2027-02-28', ' 2030-12-31 '])
      assert.equal(endDateProblem(good, today), undefined);
    for (const past of ['2026-11-25', '1999-01-01']) assert.match(endDateProblem(past, today) ?? '', /past/);
    for (const other of ['', 'soon', '2027-02-30', '27-05-26', '2027-5-26', '26.05.2027'])
      assert.match(endDateProblem(other, today) ?? '', /YYYY-MM-DD/, other);
  });
});
