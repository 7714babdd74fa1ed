import { localRule } from '#core/rule.ts';
import { deprecation } from '#rules/checklist.ts';
import { endTimes } from '#rules/detectors/openapi/end-times.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

export const sunsetAfterDeprecation = localRule({
  id: 'openapi/sunset-after-deprecation',
  summary: 'Let an operation end after it was deprecated.',
  why: 'An end before the warning gives clients no time at all; mostly one of the two dates is a slip.',
  item: deprecation,
  references: [rfc(9745, '4')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'The years are exchanged',
      bad: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      x-deprecated-at: '2027-03-31'
      x-sunset: «'2026-03-31'»
`,
      good: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      x-deprecated-at: '2026-03-31'
      x-sunset: '2027-03-31'
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['deprecated'],
  *check(operation, scope) {
    const { deprecation: begin, sunset } = endTimes(operation, scope);
    if (begin === undefined || sunset === undefined || sunset.time >= begin.time) return;
    const { section, span, text } = sunset;
    const message = `${operationTitle(operation)} ends (“${text}”) before it is deprecated (“${begin.text}”). Mend one of the dates.`;
    yield { section, span, message };
  },
});
