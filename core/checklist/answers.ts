import type { EvidenceSummary } from '#core/checklist/evidence.ts';
import type { Span } from '#core/text/span.ts';

/** What a person may say of the sentence of a row. `no` is work to do. */
export type Verdict = 'yes' | 'no' | 'not-applicable';

/** What a person said to a row of the checklist. */
export interface Answer {
  readonly verdict: Verdict;
  readonly note: string | undefined;
  readonly who: string | undefined;
  /** An ISO date: `2026-03-31`. */
  readonly when: string | undefined;
  /** What the files said then; undefined where nobody wrote it down. */
  readonly evidence: AnsweredEvidence | undefined;
}

export interface AnsweredEvidence {
  readonly count: number;
  /** Undefined where only the count is known. */
  readonly digest: string | undefined;
}

/** A mistake in `plumbline.review.yaml`; the span counts from the start of the section that was read. */
export interface AnswersProblem {
  readonly span: Span;
  readonly message: string;
}

/** Answers by the id of the checklist item; `open` takes back what an outer answer says, `mistaken` says nothing. */
export type AnswerMap = ReadonlyMap<string, Answer | 'open' | 'mistaken'>;

/** The answers for one service. */
export interface ServiceAnswers {
  /** As it is written: where its description (or schema) lies, from the folder of the file on. */
  readonly path: string;
  readonly title: string | undefined;
  readonly answers: AnswerMap;
}

/** What a `plumbline.review.yaml` holds. */
export interface Answers {
  /** Answers for every service that has none of its own: all answers of version 1. */
  readonly shared: AnswerMap;
  readonly services: readonly ServiceAnswers[];
  readonly problems: readonly AnswersProblem[];
}

/** What an answers file holds that is not there. */
export const noAnswers: Answers = { shared: new Map(), services: [], problems: [] };

/** The part of an answer that says what it was given for. */
export function answeredEvidence(summary: EvidenceSummary | undefined): AnsweredEvidence | undefined {
  return summary && { count: summary.count, digest: summary.digest === '' ? undefined : summary.digest };
}
