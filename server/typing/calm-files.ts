import { isReviewedRole } from '#core/file-role.ts';
import type { Review } from '#core/review.ts';
import type { FileReview, ReviewFinding } from '#core/review-finding.ts';
import type { Source } from '#core/source.ts';
import type { Span } from '#core/text/span.ts';
import { shownFindings } from '#server/shown/shown-findings.ts';
import { type CalmFindings, calmFindings, type Since } from '#server/typing/calm-findings.ts';
import { MovedSpans, unmoved } from '#server/typing/moved-spans.ts';
import { isBroken } from '#server/typing/typed-sections.ts';
import type { TypingRun } from '#server/typing/typing-run.ts';

const none: ReadonlySet<ReviewFinding> = new Set();

/** What is told of each file while somebody types: what is new waits, what is gone goes. */
export class CalmFiles {
  readonly #run: TypingRun;
  readonly #deferredSyntax: ReadonlySet<string>;
  #review: Review | undefined;
  /** The files of the latest review of which something else is told than what was found. */
  readonly #calm = new Map<string, CalmFindings>();
  readonly #byFile = new WeakMap<FileReview, CalmFindings>();

  constructor(run: TypingRun, deferredSyntax: ReadonlySet<string>) {
    this.#run = run;
    this.#deferredSyntax = deferredSyntax;
  }

  /** Takes every finished review, in their order. */
  take(review: Review): void {
    const before = this.#review;
    this.#review = review;
    if (before === undefined || !this.#run.isOn) {
      this.release();
      return;
    }
    const moves = movesBetween(before, review);
    const isUnclear = [...this.#run.uris].some((uri) => this.#isUnclear(uri, before, review));
    const isTyped: Since['isTyped'] = (uri, span) => this.isTyped(uri, span);
    for (const file of review.files.values()) {
      const old = before.files.get(file.uri);
      const known = this.#calm.get(file.uri);
      if (old === undefined || (old === file && known?.keepsGone !== true)) continue;
      const found = this.#found(file, review);
      const told = known ?? { shown: this.#found(old, before), held: none };
      const since: Since = { moves, isTyped, holdsNew: this.#run.isCauseIn(file.uri), keepsGone: isUnclear };
      this.#set(file, found, calmFindings(found, told, since));
    }
    for (const uri of this.#calm.keys()) if (!review.files.has(uri)) this.#calm.delete(uri);
  }

  /** Nothing is known any more. */
  forget(): void {
    this.release();
    this.#review = undefined;
  }

  /** From now on everything that was found is told. True when something else was told until now. */
  release(): boolean {
    const isNews = this.#calm.size > 0;
    for (const uri of this.#calm.keys()) this.#forget(uri);
    return isNews;
  }

  /** The very same object as long as the same is told of the file. */
  identityOf(file: FileReview): object {
    return this.#byFile.get(file) ?? file;
  }

  shownOf(file: FileReview, review: Review): readonly ReviewFinding[] {
    return this.#byFile.get(file)?.shown ?? this.#found(file, review);
  }

  /** True where somebody types: between the first and the last place of it. */
  isTyped(uri: string, { start, end }: Span): boolean {
    const place = this.#run.placeIn(uri);
    return place !== undefined && place.start <= end && start <= place.end;
  }

  /** True for a finding that waits. */
  isHeld(file: FileReview, finding: ReviewFinding): boolean {
    return this.#byFile.get(file)?.held.has(finding) === true;
  }

  #set(file: FileReview, found: readonly ReviewFinding[], calm: CalmFindings): void {
    this.#forget(file.uri);
    if (calm.held.size === 0 && calm.shown === found) return;
    this.#calm.set(file.uri, calm);
    this.#byFile.set(file, calm);
  }

  #forget(uri: string): void {
    this.#calm.delete(uri);
    const file = this.#review?.files.get(uri);
    if (file !== undefined) this.#byFile.delete(file);
  }

  #found(file: FileReview, review: Review): readonly ReviewFinding[] {
    return shownFindings(file, review, this.#deferredSyntax);
  }

  /** True where the text that is typed cannot be read yet, or not as what it was. */
  #isUnclear(uri: string, before: Review, review: Review): boolean {
    const [old, now] = [before.files.get(uri)?.role ?? 'other', review.files.get(uri)?.role ?? 'other'];
    if (!isReviewedRole(now)) return isReviewedRole(old);
    const place = this.#run.placeIn(uri);
    return place !== undefined && isBroken(review, uri, place);
  }
}

/** How the spans of the files moved; undefined for a text that was replaced. Looked for once for each file. */
function movesBetween(before: Review, review: Review): Since['moves'] {
  const known = new Map<string, MovedSpans | undefined>();
  return (uri) => {
    if (known.has(uri)) return known.get(uri);
    const moves = movesOf(before.workspace.sources.get(uri), review.workspace.sources.get(uri));
    known.set(uri, moves);
    return moves;
  };
}

function movesOf(before: Source | undefined, now: Source | undefined): MovedSpans | undefined {
  if (before === undefined || now === undefined) return undefined;
  if (before === now) return unmoved;
  const { edited } = now;
  if (edited !== undefined && edited.from === before.revision) return new MovedSpans(edited.edits);
  return before.text === now.text ? unmoved : undefined;
}
