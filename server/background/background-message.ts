import type { ComparedRoots } from '#core/project/compared-roots.ts';
import type { FileRole } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { FindingCounts } from '#server/protocol.ts';
import type { FoundName } from '#server/shown/found-name.ts';
import type { Overview } from '#server/shown/overview.ts';

/** What the server asks its background thread. Plain data, as everything that travels between threads. */
export type BackgroundRequest =
  /** Files that are new or have another text. What they change is reviewed with the next `review`. */
  | { readonly kind: 'sources'; readonly sources: readonly BackgroundSource[] }
  | ReviewRequest
  /** Answered with `overview`. */
  | { readonly kind: 'overview' }
  /** What fits a name; answered with `found`. */
  | { readonly kind: 'find'; readonly query: string };

export interface BackgroundSource {
  readonly uri: string;
  readonly text: string;
  readonly languageId: string | undefined;
  /** The uri as the client spells it. */
  readonly shownUri: string;
}

/** Answered with `opened`, then, when that says so, with a `file` for each file that changed, and with `reviewed`. */
export interface ReviewRequest {
  readonly kind: 'review';
  readonly removed: readonly string[];
  /** Files that others are judged with, but that are reported elsewhere. */
  readonly context: readonly string[];
  readonly settings: Pick<ReviewSettings, 'folders' | 'preset' | 'unread'>;
  /** True: reviewed even though files are wanted. */
  readonly isFinal: boolean;
}

/** What the background thread answers. */
export type BackgroundAnswer =
  | BackgroundOpened
  | { readonly kind: 'file'; readonly file: BackgroundFile }
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'overview'; readonly overview: Overview }
  | { readonly kind: 'found'; readonly found: readonly FoundName[] };

/** What was found out about the files before any rule ran. */
export interface BackgroundOpened {
  readonly kind: 'opened';
  /** By description: what must be in the same thread as it, see `groupsOf`. */
  readonly groups: readonly (readonly string[])[];
  readonly wanted: readonly string[];
  /** Which descriptions are compared with which Prisma schemas. */
  readonly compared: ComparedRoots;
  /** False when files are wanted: then they are not reviewed yet. */
  readonly goesOn: boolean;
}

/** A file that was reviewed in the background. */
export interface BackgroundFile {
  readonly uri: string;
  readonly role: FileRole;
  readonly counts: FindingCounts;
  /** The diagnostics as JSON: a text passes between threads at no cost. */
  readonly content: string;
}
