import type { Change, LateChanges, Severity } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';

/** A finding at its place in a file. Spans count UTF-16 units from the start of the file. */
export interface ReviewFinding {
  /** `openapi/…`, `prisma/…`, `cross/…`, or `plumbline/…` for what the engine itself reports. */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly ReviewFix[];
  readonly related: readonly RelatedPlace[];
  /** The findings this one tells of, two at least, in order; none where it tells of itself. Each is as it would be told alone. */
  readonly members: readonly ReviewFinding[];
}

export interface ReviewFix {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  /** Resolved to text edits by `resolveFixes`, against the review the fix came from; `changesOf` makes those that are made late. */
  readonly changes: readonly Change[] | LateChanges;
  /** The fixes this one is made of, each written whole or not at all; their changes are its changes, and it has none of its own. */
  readonly parts?: readonly ReviewFix[];
}

export interface RelatedPlace {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  /** Of a place in the file as it was: what the base is called. */
  readonly formerIn?: string;
}

/** What a file can be for a review: each language adds its own (`declare module`). */
export interface FileRoles {
  readonly config: true;
  readonly other: true;
}

export type FileRole = keyof FileRoles;

/** One file of a review. Findings are in text order. */
export interface FileReview {
  readonly uri: string;
  readonly role: FileRole;
  readonly text: string;
  readonly findings: readonly ReviewFinding[];
}
