import type { Finding, Related, Severity } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';

/** A finding before its section is looked up in its file. */
export interface RawFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** The description or Prisma schema it was found in, by its root; the file, of what the engine itself finds. */
  readonly group: string;
  readonly section: Section;
  readonly finding: Finding;
}

/** True when the same is found at the same place of the same text. Most findings of the engine itself are made anew each time; those have no fixes. */
export function isSameRaw(a: RawFinding, b: RawFinding | undefined): boolean {
  if (b === undefined || a.finding === b.finding) return a.finding === b?.finding && a.section === b?.section;
  return (
    a.ruleId === b.ruleId &&
    a.severity === b.severity &&
    a.section === b.section &&
    a.finding.message === b.finding.message &&
    a.finding.span.start === b.finding.span.start &&
    a.finding.span.end === b.finding.span.end &&
    isPlain(a) &&
    isPlain(b) &&
    isSameRelated(a.finding.related ?? [], b.finding.related ?? [])
  );
}

function isPlain({ finding: { fixes, cause } }: RawFinding): boolean {
  return fixes === undefined && cause === undefined;
}

function isSameRelated(a: readonly Related[], b: readonly Related[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ section, span, message }, index) => {
      const other = b[index];
      return (
        section === other?.section &&
        message === other.message &&
        span.start === other.span.start &&
        span.end === other.span.end
      );
    })
  );
}
