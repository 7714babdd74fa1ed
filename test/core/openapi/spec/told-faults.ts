import { singleFindings } from '#core/place/folded-findings.ts';
import { review } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { rules } from '#rules/index.ts';
import { judgesStructure } from '../../../support/structure-rules.ts';
import { everyRule } from '../../../support/test-rule.ts';

/** Other rules that tell of what the official schemas forbid, too. */
const others = new Set([
  'openapi/parameter-content-single',
  'openapi/path-parameter-required',
  'openapi/querystring-alone',
  'openapi/reference-allowed',
  'openapi/status-registered',
  'openapi/style-for-location',
  'openapi/success-response-documented',
]);
const judges = rules.filter((rule) => others.has(rule.id) || (judgesStructure(rule) && rule.severity === 'error'));
const rulebook: Rulebook = { rules: judges, presets: [everyRule] };

/** What is told of a description as an error: rule and message. */
export function toldFaults(description: PlainValue): readonly string[] {
  const source = { uri: 'file:///openapi.json', text: JSON.stringify(description, undefined, 1) };
  const { files } = review([source], rulebook, {
    folders: ['file:///'],
    preset: everyRule.name,
    unread: new Map(),
    failFast: true,
  });
  const findings = [...files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  return findings.map(({ ruleId, message }) => `${ruleId} ${message}`);
}
