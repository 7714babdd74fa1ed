import { localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';

export const referenceAllowed = localRule({
  id: 'openapi/reference-allowed',
  summary: 'Write a `$ref` only where the specification allows one.',
  why: 'Some tools follow a `$ref` wherever it stands, others refuse it, or take it for a name: what it leads to is there for some only.',
  item: validity,
  references: [openApi('Reference Object', 'reference-object'), openApiVersions],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A reference in place of a list',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      «parameters»: { $ref: '#/components/x-lists/Paging' }
      responses:
        '200': { description: The orders. }
components:
  x-lists:
    Paging:
      - { name: page, in: query, schema: { type: integer } }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/components/parameters/Page'
      responses:
        '200': { description: The orders. }
components:
  parameters:
    Page: { name: page, in: query, schema: { type: integer } }
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults }) {
    for (const fault of faults) {
      if (fault.kind !== 'stray-reference') continue;
      const name = fault.pointer.at(-1) ?? '';
      yield {
        span: fault.label.span,
        message: `“${name}” is a reference, and the specification allows none there: write out what stands there, or refer to its parts.`,
        cause: {
          key: '',
          message: (count) =>
            `${count} references stand where the specification allows none: write out what stands there, or refer to its parts.`,
        },
      };
    }
  },
});
