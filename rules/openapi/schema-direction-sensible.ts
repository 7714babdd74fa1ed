import { localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { bothDirections } from '#rules/detectors/openapi/both-directions.ts';
import { jsonSchema } from '#rules/sources.ts';

export const schemaDirectionSensible = localRule({
  id: 'openapi/schema-direction-sensible',
  summary: 'Mark no value as managed by the server and as never answered.',
  why: 'JSON Schema lets both stand together, but what is never sent and never answered is nowhere, and each tool leaves out something else.',
  item: validity,
  references: [jsonSchema('9.4')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Both',
      bad: `openapi: 3.1.0
components:
  schemas:
    User:
      type: object
      properties:
        password:
          type: string
          readOnly: true
          «writeOnly»: true
`,
      good: `openapi: 3.1.0
components:
  schemas:
    User:
      type: object
      properties:
        password:
          type: string
          writeOnly: true
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['writeOnly'],
  check: (schema) => bothDirections(schema, ['3.1', '3.2']),
});
