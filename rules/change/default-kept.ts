import { changeRule } from '#core/rule.ts';
import { sentOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isSent } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = sentOrder(`      properties:
        express: { type: boolean, default: false }
`);

export const defaultKept = changeRule({
  id: 'change/default-kept',
  summary: 'Keep the defaults of what clients may leave out.',
  why: 'Who leaves it out relies on what is meant then. Another default does something else, and nobody is told.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Another default',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': sentOrder(`      properties:
        express: { type: boolean, «default»: true }
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
      (change) => isSent(change) && change.difference.what === 'default',
      'Clients that leave it out get something else than before.',
    ),
});
