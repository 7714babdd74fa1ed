import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { changeRule } from '#core/rule.ts';
import { sentOrder } from '#rules/change-examples.ts';
import { apiChanges } from '#rules/checklist.ts';
import { contentKinds } from '#rules/detectors/change/content-changes.ts';
import { contentFindings, isSent } from '#rules/detectors/change/content-finding.ts';
import { openApi } from '#rules/sources.ts';

const before = sentOrder(`      properties:
        quantity: { type: string }
`);

export const requestStillAccepted = changeRule({
  id: 'change/request-still-accepted',
  summary: 'Accept every request that was accepted.',
  why: 'A client that was written for the version before goes on sending what was right then. What is refused now breaks it, on the day of the release.',
  item: apiChanges,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A property of another type',
      bad: {
        'base/openapi.yaml': before,
        'openapi.yaml': sentOrder(`      properties:
        quantity: { «type»: integer }
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
      (change) => isSent(change) && isRefused(change.difference),
      'Clients that send it are refused: accept both, or begin a new version.',
    ),
});

/** What takes values away for certain. */
function isRefused({ what, effect, before }: SchemaDifference): boolean {
  if (effect !== 'narrowed' && effect !== 'both') return false;
  return refusing.has(what) || (what === 'bound' && before !== undefined);
}

const refusing: ReadonlySet<SchemaDifference['what']> = new Set([
  'type',
  'null',
  'format',
  'values',
  'branch',
  'open',
  'unique',
  'multiple',
]);
