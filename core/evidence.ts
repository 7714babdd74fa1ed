import type { NodeKind, NodeOf, ReviewNode, Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';

/** Collects what the files say about a question only a person can answer. */
export interface EvidenceCollector {
  readonly id: string;
  readonly on: readonly NodeKind[];
  collect(node: ReviewNode, scope: Scope): Iterable<{ readonly span: Span; readonly text: string }>;
}

/** Declares a collector; it is called only with nodes of the kinds in `on`. */
export function evidenceCollector<const K extends NodeKind>(collector: {
  readonly id: string;
  readonly on: readonly K[];
  collect(node: NodeOf<K>, scope: Scope): Iterable<{ readonly span: Span; readonly text: string }>;
}): EvidenceCollector {
  // `collectEvidence` dispatches by `on`.
  return collector as unknown as EvidenceCollector;
}

/** One piece of evidence at its place; the span counts from the start of the file. */
export interface Evidence {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
  /** The uri of the description's root; undefined for what Prisma says. Evidence is in this order, that of Prisma at the end. */
  readonly rootUri: string | undefined;
}
