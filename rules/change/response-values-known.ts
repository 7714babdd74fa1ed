import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { changeRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { returnedOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isReturned } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = returnedOrder(`      properties:
        status: { type: string, enum: [open, paid] }
`);

export const responseValuesKnown = changeRule({
  id: 'change/response-values-known',
  summary: 'Return only values that clients know.',
  why: 'Many clients read a list of values into a type that knows no other, and many databases a text into a column of its length.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A value more',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': returnedOrder(`      properties:
        status: { type: string, «enum»: [open, paid, refunded] }
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
      (change) => isReturned(change) && isNew(change.difference),
      'Clients may not know what to do with it: tell them before.',
    ),
});

/** Of bounds only such as were said and are now further. */
function isNew({ what, effect, after, place }: SchemaDifference): boolean {
  if (what === 'discriminator') return true;
  if (effect !== 'widened') return false;
  if (what === 'bound') return after !== undefined;
  return what === 'values' && findEntry(place.schema.tree, 'x-extensible-enum') === undefined;
}
