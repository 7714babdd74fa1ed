import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { nameStyles } from '#rules/checklist.ts';
import { namedTitle } from '#rules/detectors/openapi/schema-named.ts';
import { aip, zalando } from '#rules/sources.ts';

export const timeNameTelling = localRule({
  id: 'openapi/time-name-telling',
  summary: 'Let the names of times end in `at`, or hold `date`, `time` or `day`.',
  why: '`created` may be a time, a flag or a person; `createdAt` is a time wherever it stands.',
  item: nameStyles,
  references: [zalando(235), aip(142)],
  severity: 'info',
  recommended: false,
  options: {
    words: {
      default: [
        'at',
        'on',
        'date',
        'dates',
        'time',
        'times',
        'day',
        'days',
        'timestamp',
        'datetime',
        'since',
        'until',
        'from',
        'to',
        'before',
        'after',
        'deadline',
        'birthday',
        'expiry',
        'expiration',
        'month',
        'year',
        'week',
        'hour',
        'start',
        'end',
        'till',
        'ts',
        'lt',
        'gt',
        'lte',
        'gte',
        'dob',
      ],
      description: 'Words that tell of a time, in lower case.',
    },
  },
  examples: [
    {
      title: 'A participle alone',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «created»: { type: string, format: date-time }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        createdAt: { type: string, format: date-time }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['format'],
  *check(schema, _scope, { words }) {
    const { format, role } = schema;
    if (role !== 'property' || (format?.value !== 'date-time' && format?.value !== 'date')) return;
    const name = schema.name?.value ?? '';
    if (wordsOf(name).some((word) => words.includes(word))) return;
    if (words.some((word) => word.length > 3 && name.toLowerCase().endsWith(word))) return;
    yield {
      span: schema.anchor,
      message: `${namedTitle(schema)} is a ${format.value === 'date' ? 'date' : 'time'} by its format only. Let its name say so, by “at” or “date”.`,
      cause: {
        key: 'name',
        message: (count: number) => `${count} times are such by their format only: their names do not say so.`,
      },
    };
  },
});
