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

export const requestNotLimited = changeRule({
  id: 'change/request-not-limited',
  summary: 'Set no new limits on what requests send.',
  why: 'A limit that was never said may still be one that everybody keeps: but nobody knows, and who does not keep it is refused from now on.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A length that was free',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': sentOrder(`      properties:
        note: { type: string, «maxLength»: 80 }
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
      (change) => isSent(change) && isLimiting(change.difference),
      'Ask what clients send before it is refused.',
    ),
});

/** A bound or a pattern where there was none, and what nobody can tell. */
function isLimiting({ what, effect, before }: SchemaDifference): boolean {
  if (what === 'bound') return effect === 'narrowed' && before === undefined;
  if (what === 'read-only') return effect === 'narrowed';
  return (what === 'pattern' && effect !== 'widened') || what === 'discriminator' || what === 'other';
}
