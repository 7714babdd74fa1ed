import type { NodeKind, NodeOf, ReviewNode } from '#core/node.ts';
import type { Scope, ScopeWith, SightNeed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';

/** Collects what the files say about a question only a person can answer. */
export interface EvidenceCollector {
  readonly id: string;
  /** What it counts, in the singular: `webhook`. The plural is regular. */
  readonly noun: string;
  readonly on: readonly NodeKind[];
  collect(node: ReviewNode, scope: Scope): Iterable<{ readonly span: Span; readonly text: string }>;
}

/** Declares a collector; it is called only with nodes of the kinds in `on`. */
export function evidenceCollector<const K extends NodeKind>(collector: {
  readonly id: string;
  readonly noun: string;
  readonly on: readonly K[];
  collect(node: NodeOf<K>, scope: Scope): Iterable<{ readonly span: Span; readonly text: string }>;
}): EvidenceCollector {
  // `collectEvidence` dispatches by `on`.
  return collector as unknown as EvidenceCollector;
}

/** Finds out whether the files hold something that the rules of a row judge. */
export interface RowSubject {
  /** The row. */
  readonly itemId: string;
  readonly on: readonly NodeKind[];
  /** So many such nodes are needed for the rules to have something to say. */
  readonly atLeast: number;
  /** It is asked only where there is what it needs: a database, or an earlier version, to compare with. */
  readonly needs: readonly SightNeed[];
  isIn(node: ReviewNode, scope: Scope): boolean;
}

/** Declares a subject; it is asked only for nodes of the kinds in `on`. */
export function rowSubject<const K extends NodeKind, const N extends SightNeed = never>(subject: {
  readonly itemId: string;
  readonly on: readonly K[];
  readonly atLeast?: number;
  readonly needs?: readonly N[];
  isIn(node: NodeOf<K>, scope: ScopeWith<N>): boolean;
}): RowSubject {
  // `collectEvidence` dispatches by `on`, and hands over a scope with what is needed.
  return { atLeast: 1, needs: [], ...subject } as unknown as RowSubject;
}

/** One piece of evidence at its place; the span counts from the start of the file. */
export interface Evidence {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
}

/** How much evidence there is, and a digest of its texts, which says whether it is still the same. */
export interface EvidenceSummary {
  readonly count: number;
  /** Empty for none. */
  readonly digest: string;
}
