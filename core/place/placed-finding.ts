import { startOf, type WorkspaceNotes } from '#core/place/section-notes.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { RelatedPlace, ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { Related } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';

const noFixes: readonly ReviewFix[] = [];
const noPlaces: readonly RelatedPlace[] = [];
const noMembers: readonly ReviewFinding[] = [];

/** A finding at its place in its file. */
export function placedFinding(
  { ruleId, severity, section, finding }: RawFinding,
  notes: WorkspaceNotes,
): ReviewFinding {
  const { fixes, related } = finding;
  return {
    ruleId,
    severity,
    uri: section.uri,
    span: spanInFile(section, finding.span, notes),
    message: finding.message,
    fixes: fixes ?? noFixes,
    related: related?.map((place) => relatedPlace(place, notes)) ?? noPlaces,
    members: noMembers,
  };
}

function relatedPlace({ section, span, message, former }: Related, notes: WorkspaceNotes): RelatedPlace {
  const { uri } = section;
  return former === undefined
    ? { uri, span: spanInFile(section, span, notes), message }
    : { uri, span: shiftSpan(span, former.start), message, formerIn: former.name };
}

/** Where a span of a section stands in its file. */
export function spanInFile(section: Section, span: Span, notes: WorkspaceNotes): Span {
  return shiftSpan(span, startOf(section, notes));
}

/** The order of the findings of one file. */
export function byPlace(a: ReviewFinding, b: ReviewFinding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
