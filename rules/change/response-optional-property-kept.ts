import { changeRule } from '#core/rule.ts';
import { returnedOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isReturned } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = returnedOrder(`      properties:
        id: { type: string }
        note: { type: string }
`);

export const responseOptionalPropertyKept = changeRule({
  id: 'change/response-optional-property-kept',
  summary: 'Keep the optional properties of responses.',
  why: 'Clients that show it, or decide by it, do without from one day to the next.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An optional property',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': returnedOrder(`      «properties»:
        id: { type: string }
`),
      },
      good: {
        'base/openapi.yaml': before,
        'openapi.yaml': before.replace('note: { type: string }', 'note: { type: string, deprecated: true }'),
      },
    },
  ],
  on: contentKinds,
  check: (node, scope) =>
    contentFindings(
      node,
      scope,
      (change) => isReturned(change) && change.difference.what === 'optional-property-removed',
      'Clients may use it: go on answering it, and say that it is deprecated.',
    ),
});
