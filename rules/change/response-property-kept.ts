import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { changeRule } from '#core/rule.ts';
import { returnedOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isReturned } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = returnedOrder(`      properties:
        id: { type: string }
        total: { type: number }
      required: [id, total]
`);

export const responsePropertyKept = changeRule({
  id: 'change/response-property-kept',
  summary: 'Keep the required properties of responses.',
  why: 'A client that was written for the version before reads it without asking whether it is there.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A required property',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': returnedOrder(`      «properties»:
        id: { type: string }
      required: [id]
`),
      },
      good: {
        'base/openapi.yaml': before,
        'openapi.yaml': returnedOrder(`      properties:
        id: { type: string }
        total: { type: number, deprecated: true }
      required: [id, total]
`),
      },
    },
  ],
  on: contentKinds,
  check: (node, scope) =>
    contentFindings(
      node,
      scope,
      (change) => isReturned(change) && isLost(change.difference),
      'Clients rely on it: go on answering it, and say that it is deprecated.',
    ),
});

/** Gone, promised no longer, or left out of answers. */
function isLost({ what, effect }: SchemaDifference): boolean {
  return what === 'property-removed' || ((what === 'required' || what === 'write-only') && effect === 'widened');
}
