import { type Finding, localRule } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { namedTitle } from '#rules/detectors/openapi/schema-named.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { namedTime } from '#rules/detectors/openapi/time-name.ts';
import { zalando } from '#rules/sources.ts';

export const commonFieldTypes = localRule({
  id: 'openapi/common-field-types',
  summary: 'Give `id`, `type`, `created` and `modified` the types they have everywhere.',
  why: 'Code that handles all resources alike reads these fields: ids are compared as strings, times are parsed by RFC 3339.',
  item: fieldTypes,
  references: [zalando(174)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'An id that is a number, and a time that is one, too',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «id»: { type: integer }
        «created»: { type: integer }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        created: { type: string, format: date-time }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['type'],
  check(schema) {
    const name = schema.role === 'property' ? (schema.name?.value ?? '') : '';
    const wanted = name.length > longestName ? undefined : commonTypes.get(foldedName(name));
    const type = wanted && soleType(schema);
    if (wanted === undefined || type === undefined || type === 'object' || type === 'array') return none;
    const format = schema.format?.value;
    const isTime = wanted === 'date-time';
    if (type === 'string' && (!isTime || format === wanted)) return none;
    // A string that bears the name of a time is for `time-format-declared` to judge.
    if (type === 'string' && format === undefined && namedTime(name) !== 'none') return none;
    const has = format === undefined ? `\`type: ${type}\`` : `\`type: ${type}\` and \`format: ${format}\``;
    const should = isTime
      ? 'A common field of this name is a string with `format: date-time`'
      : 'A common field of this name is a string';
    return [
      {
        span: schema.anchor,
        message: `${namedTitle(schema)} has ${has}. ${should}.`,
        cause: {
          key: wanted,
          message: (count: number) =>
            `${count} common fields have another type than ${isTime ? 'times in RFC 3339' : 'strings'}.`,
        },
      },
    ];
  },
});

const none: readonly Finding[] = [];

/** Of those below, with a separator. */
const longestName = 11;

const commonTypes: ReadonlyMap<string, 'string' | 'date-time'> = new Map([
  ['id', 'string'],
  ['type', 'string'],
  ['etag', 'string'],
  ['created', 'date-time'],
  ['createdat', 'date-time'],
  ['modified', 'date-time'],
  ['modifiedat', 'date-time'],
  ['updatedat', 'date-time'],
]);
