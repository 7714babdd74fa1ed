import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { changeRule } from '#core/rule.ts';
import { sentOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isSent } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = sentOrder(`      properties:
        note: { type: string }
`);

export const requestNothingMoreRequired = changeRule({
  id: 'change/request-nothing-more-required',
  summary: 'Require no more properties in requests.',
  why: 'A client that was written for the version before does not send it, and is refused.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A property that was optional',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': sentOrder(`      properties:
        note: { type: string }
      required: [«note»]
`),
      },
      good: { 'base/openapi.yaml': before, 'openapi.yaml': before },
    },
  ],
  on: contentKinds,
  check: (node, scope) =>
    contentFindings(
      node,
      scope,
      (change) => isSent(change) && isMore(change.difference),
      'Clients that do not send it are refused: let it be optional, or begin a new version.',
    ),
});

function isMore({ what, effect }: SchemaDifference): boolean {
  return what === 'required-property' || (what === 'required' && effect === 'narrowed');
}
