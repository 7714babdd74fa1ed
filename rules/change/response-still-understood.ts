import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { changeRule } from '#core/rule.ts';
import { returnedOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isReturned } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = returnedOrder(`      properties:
        placedAt: { type: string, format: date-time }
`);

export const responseStillUnderstood = changeRule({
  id: 'change/response-still-understood',
  summary: 'Return only what clients can read.',
  why: 'A client that was written for the version before reads the answer as it was described then. A value of another type, or null, stops it.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A value that may be null now',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': returnedOrder(`      properties:
        placedAt: { «type»: [string, 'null'], format: date-time }
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
      (change) => isReturned(change) && isUnknown(change.difference),
      'Clients do not expect it: answer as before, or begin a new version.',
    ),
});

/** What adds values of another kind. */
function isUnknown({ what, effect }: SchemaDifference): boolean {
  return (effect === 'widened' || effect === 'both') && surprising.has(what);
}

const surprising: ReadonlySet<SchemaDifference['what']> = new Set(['type', 'null', 'format', 'branch']);
