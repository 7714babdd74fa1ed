import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { TooManyFields } from '#core/openapi/spec/fault.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { objectTitle, quoted } from '#rules/detectors/openapi/spec-words.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';

export const fieldExclusive = localRule({
  id: 'openapi/field-exclusive',
  summary: 'Write one of the fields that exclude each other.',
  why: 'Where two fields say what only one may say, each tool believes another one.',
  item: validity,
  references: [
    openApi('Media Type Object', 'media-type-object'),
    openApi('Example Object', 'example-object'),
    openApiVersions,
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'One example, and several',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: array, items: { type: string } }
              example: [a]
              «examples»:
                two: { value: [a, b] }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: array, items: { type: string } }
              examples:
                one: { value: [a] }
                two: { value: [a, b] }
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, context: { version } }) {
    for (const fault of faults) if (fault.kind === 'too-many-fields') yield tooMany(fault, version);
  },
});

function tooMany({ keys, object }: TooManyFields, version: OpenApiVersion): Finding {
  const names = quoted(
    keys.map(({ value }) => value),
    'and',
  );
  const title = objectTitle(version, object);
  return {
    span: keys.at(-1)?.span ?? { start: 0, end: 0 },
    message: `${names} exclude each other: ${title} has one of them.`,
    cause: {
      key: `${object} ${names}`,
      message: (count) => `${names} stand beside each other ${count} times: ${title} has one of them.`,
    },
  };
}
