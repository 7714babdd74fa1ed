import { localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { bothDirections } from '#rules/detectors/openapi/both-directions.ts';
import { olderOpenApi } from '#rules/sources.ts';

export const schemaDirectionSingle = localRule({
  id: 'openapi/schema-direction-single',
  summary: 'Mark a property as `readOnly` or as `writeOnly`, never as both.',
  why: 'What is never sent and never answered is nowhere: OpenAPI 3.0 forbids it, and each tool leaves out something else.',
  item: validity,
  references: [olderOpenApi('3.0.4', 'Schema Object', 'schema-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Both',
      bad: `openapi: 3.0.3
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
      good: `openapi: 3.0.3
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
  check: (schema) => bothDirections(schema, ['3.0']),
});
