import type { Base } from '#core/change/base.ts';
import type { UnreadReason } from '#core/unread-reason.ts';

/** What a review needs to know beyond the files. */
export interface ReviewSettings {
  /** The folders whose files may be read; `plumbline.yaml` is looked for up to the one a file lies in. */
  readonly folders: readonly string[];
  /** The preset where no `plumbline.yaml` names one. */
  readonly preset: string;
  /** Referenced files the caller could not or would not read, with the reason. */
  readonly unread: ReadonlyMap<string, UnreadReason>;
  /** The day it is, as YYYY-MM-DD: what is accepted until a day is told after it. Undefined: before all of them. */
  readonly today?: string;
  /** The files as they were: without it no change is told. */
  readonly base?: Base;
  /** True where no review follows this one: then nobody asks what rules read, and it is not noted. */
  readonly isLast?: boolean;
  /** True in tests: a rule that throws stops the review, instead of becoming a finding. */
  readonly failFast?: boolean;
}
