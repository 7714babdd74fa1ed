import { localRule } from '#core/rule.ts';
import { deprecation } from '#rules/checklist.ts';
import { endTimes, timeOf } from '#rules/detectors/openapi/end-times.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

export const sunsetAhead = localRule({
  id: 'openapi/sunset-ahead',
  summary: 'Take an operation away when its end has come.',
  why: 'An end that passes without anything happening teaches clients that dates mean nothing, and the old code stays to be maintained.',
  item: deprecation,
  references: [rfc(8594, '3')],
  severity: 'info',
  recommended: false,
  options: {
    today: {
      default: '',
      description: 'The day to compare with, as `2027-03-31`: a review has no clock. Without it nothing is told.',
    },
  },
  examples: [
    {
      title: 'Without a day to compare with',
      bad: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      x-sunset: '2020-03-31'
`,
      good: `openapi: 3.1.0
paths: {}
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['deprecated'],
  *check(operation, scope, { today }) {
    const now = timeOf(today);
    const sunset = now === undefined ? undefined : endTimes(operation, scope).sunset;
    if (now === undefined || sunset === undefined || sunset.time >= now) return;
    const { section, span, text } = sunset;
    yield {
      section,
      span,
      message: `${operationTitle(operation)} was to end on “${text}”, which is past. Take it away, or say a new date.`,
      cause: { key: 'past', message: (count: number) => `${count} operations were to end on days that are past.` },
    };
  },
});
