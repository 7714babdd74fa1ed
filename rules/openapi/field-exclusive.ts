import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { TooManyFields } from '#core/openapi/spec/fault.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { objectTitle, quoted } from '#rules/detectors/openapi/spec-words.ts';
import { keepOneField } from '#rules/fixes/openapi/keep-one-field.ts';
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
                two: { value: [a, b] }
                example: { value: [a] }
`,
    },
    {
      title: 'A value here, and one elsewhere',
      bad: `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths: {}
components:
  examples:
    Order:
      value: { id: o1 }
      «externalValue»: https://example.com/order.json
`,
      good: `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths: {}
components:
  examples:
    Order:
      value: { id: o1 }
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section, context: { version } }) {
    for (const fault of faults) if (fault.kind === 'too-many-fields') yield tooMany(fault, version, section.uri);
  },
});

function tooMany(fault: TooManyFields, version: OpenApiVersion, uri: string): Finding {
  const { keys, object } = fault;
  const names = quoted(
    keys.map(({ value }) => value),
    'and',
  );
  const title = objectTitle(version, object);
  return {
    span: keys.at(-1)?.span ?? { start: 0, end: 0 },
    message: `${names} exclude each other: ${title} has one of them.`,
    fixes: keepOneField(fault, uri),
    cause: {
      key: `${object} ${names}`,
      message: (count) => `${names} stand beside each other ${count} times: ${title} has one of them.`,
    },
  };
}
