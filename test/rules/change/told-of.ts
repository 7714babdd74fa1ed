import { singleFindings } from '#core/place/folded-findings.ts';
import { rules } from '#rules/index.ts';
import { reviewFiles } from '../check-rule.ts';

const changeRules = rules.filter(({ id }) => id.startsWith('change/'));

/** What is told of two versions of a file: each rule's name and the first sentence of its message. */
export function toldOf(before: string, after: string, name = 'openapi.yaml'): readonly string[] {
  const { files } = reviewFiles({ [`base/${name}`]: before, [name]: after }, changeRules);
  const findings = [...files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  return findings.map(({ ruleId, message }) => `${ruleId.replace('change/', '')}: ${message.split('. ')[0]}`).sort();
}
