import type { Finding, Section, Severity } from '#core/rule.ts';

/** A finding before its section is looked up in its file. */
export interface RawFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly section: Section;
  readonly finding: Finding;
}
