import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { changeRule } from '#core/rule.ts';
import { sentOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isSent } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = sentOrder(`      properties:
        quantity: { type: integer }
        note: { type: string }
      additionalProperties: false
`);

export const requestPropertyKept = changeRule({
  id: 'change/request-property-kept',
  summary: 'Keep the properties of requests.',
  why: 'An object that takes no other properties refuses a request with one that is gone.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A property of a closed object',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': sentOrder(`      «properties»:
        quantity: { type: integer }
      additionalProperties: false
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
      (change) => isSent(change) && isRefused(change.difference),
      'Clients that send it are refused: keep it, and say that it is deprecated.',
    ),
});

/** Where others are taken, it is ignored. */
function isRefused({ what, effect }: SchemaDifference): boolean {
  const isGone = what === 'property-removed' || what === 'optional-property-removed';
  return isGone && (effect === 'both' || effect === 'narrowed');
}
