import type { RawFinding } from '#core/raw-finding.ts';
import type { Severity } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { EngineRule } from '#core/work/engine-codes.ts';

/** Something the engine itself finds. */
export function engineFinding(
  ruleId: EngineRule,
  severity: Severity,
  section: Section,
  finding: RawFinding['finding'],
): RawFinding {
  return { ruleId, severity, group: section.uri, section, finding };
}
