import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Steps } from '#core/work/steps.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import type { ConvertContext } from '#server/shown/convert.ts';
import type { Overview } from '#server/shown/overview.ts';
import type { Lines } from '#server/texts/line-indexes.ts';
import type { OpenDocuments } from '#server/texts/open-documents.ts';

// What features are made of: each takes what it uses, and a session has all of it.

/** The reviews that a request waits for; each is undefined while reviewing is switched off. */
export interface Reviews {
  /** What the user sees of a document. */
  shown(uri: string): Promise<Review | undefined>;
  /** The same, where places in other files matter, too. */
  shownEverywhere(uri: string): Promise<Review | undefined>;
  /** One that knows a document, whatever was typed since. */
  latest(uri: string): Promise<Review | undefined>;
  /** That of the newest texts. */
  current(uri: string): Promise<Review | undefined>;
  /** That of the newest texts, once all files have been reviewed. */
  complete(): Promise<Review | undefined>;
}

/** Spans as lines and columns, and files as the client spells them. */
export interface Texts {
  readonly lines: Lines;
  readonly documents: Pick<OpenDocuments, 'clientDocument'>;
}

/** The workspace folders. */
export interface Folders {
  readonly files: { readonly folders: readonly string[] };
}

/** What the client can do, as far as that is asked. */
export interface Client<A extends keyof ClientAbilities> {
  readonly abilities: Pick<ClientAbilities, A>;
}

/** Tells the user something that no finding says. */
export interface Says {
  say(message: string): void;
}

/** The rules there are. */
export interface Rules {
  readonly rulebook: Rulebook;
}

/** What reviews are made with, beside the texts and the rules. */
export interface Settings {
  readonly reviewSettings: ReviewSettings;
}

/** What is shown of a review. */
export interface Shown {
  contextOf(review: Review): ConvertContext;
  /** True for a finding that waits for the typing to rest. */
  isHeld(review: Review, finding: ReviewFinding, fold?: ReviewFinding): boolean;
}

/** What there is to say of all files. */
export interface Overviews extends Pick<Reviews, 'complete'> {
  overview(review: Review): Promise<Overview>;
}

/** Does work while other events come in between. */
export interface Slices {
  finish<T>(steps: Steps<T>): Promise<T>;
}
