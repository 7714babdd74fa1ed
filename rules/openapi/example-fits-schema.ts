import { type Finding, localRule, type Scope } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { faultCause, keywordSpan } from '#rules/detectors/openapi/fault-cause.ts';
import { type PlacedFault, valueFaults } from '#rules/detectors/openapi/value-faults.ts';
import { valueMessage } from '#rules/detectors/openapi/value-message.ts';
import { writtenExamples } from '#rules/detectors/openapi/written-examples.ts';
import type { WrittenValue } from '#rules/detectors/openapi/written-value.ts';
import { mendedFix } from '#rules/fixes/openapi/mended-fix.ts';
import { openApi } from '#rules/sources.ts';

export const exampleFitsSchema = localRule({
  id: 'openapi/example-fits-schema',
  summary: 'Write examples that fit their schemas.',
  why: 'Readers copy examples, and mock servers and tests send them. One that its own schema refuses teaches them something wrong, and nobody can tell which of the two is meant.',
  item: validity,
  references: [
    openApi('Working with Examples', 'working-with-examples'),
    openApi('Media Type Object', 'media-type-object'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A number in quotes, and a name that is not there',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                type: object
                required: [id]
                properties:
                  id: { type: integer }
                  lines: { type: array, items: { type: object, properties: { price: {} }, additionalProperties: false } }
              example:
                id: «'12'»
                lines:
                  - «prise»: 3.5
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                type: object
                required: [id]
                properties:
                  id: { type: integer }
                  lines: { type: array, items: { type: object, properties: { price: {} }, additionalProperties: false } }
              example:
                id: 12
                lines:
                  - price: 3.5
`,
    },
  ],
  on: [
    'openapi.media-type',
    'openapi.parameter',
    'openapi.header',
    'openapi.response',
    'openapi.schema',
    'openapi.reference',
  ],
  having: ['example', 'examples'],
  *check(node, scope) {
    for (const written of writtenExamples(node, scope))
      for (const placed of valueFaults(written, scope)) yield finding(written, placed, scope);
  },
});

function finding(written: WrittenValue, placed: PlacedFault, scope: Scope): Finding {
  const { fault, span } = placed;
  const mended = mendedFix(written, placed, 'safe', scope);
  const cause = faultCause(fault, mended?.titleOfMany);
  const { section } = fault.schema.location;
  return {
    section: written.place.location.section,
    span,
    message: valueMessage(written.subject, placed),
    related: [{ section, span: keywordSpan(fault), message: 'This says what is expected.' }],
    ...(mended && { fixes: [mended.fix] }),
    ...(cause && { cause }),
  };
}
