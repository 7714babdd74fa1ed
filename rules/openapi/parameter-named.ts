import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const parameterNamed = localRule({
  id: 'openapi/parameter-named',
  summary: 'Give every parameter a name.',
  why: 'A parameter without a name cannot be sent, and generators stop at it.',
  item: documentationFormats,
  references: [openApi('Parameter Object', 'parameter-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An empty name',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «''»
          in: query
          schema: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: state
          in: query
          schema: { type: string }
`,
    },
  ],
  on: ['openapi.parameter'],
  *check({ name, in: place }) {
    if (name === undefined || name.value.trim() !== '') return;
    const what = place === undefined ? 'parameter' : `${place.value} parameter`;
    yield { span: name.span, message: `A ${what} has an empty name. Write the one it is sent by.` };
  },
});
