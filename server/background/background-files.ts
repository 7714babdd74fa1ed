import type { ComparedRoots } from '#core/project/compared-roots.ts';
import type { Review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Source } from '#core/source.ts';
import { Background } from '#server/background/background.ts';
import type { BackgroundFile, BackgroundOpened } from '#server/background/background-message.ts';
import { titleNames } from '#server/background/belonging.ts';
import { Division } from '#server/background/division.ts';
import { writtenReferrers } from '#server/background/written-referrers.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import { describeError } from '#server/describe-error.ts';
import { eachInSlices, inSlices } from '#server/foreground/in-slices.ts';
import type { Platform } from '#server/platform.ts';
import type { FoundName } from '#server/shown/found-name.ts';
import type { Overview } from '#server/shown/overview.ts';
import type { ShownFiles } from '#server/shown/shown-files.ts';
import type { AllSources } from '#server/texts/all-sources.ts';

/** What the background has to do with the rest of the session. */
export interface BackgroundHost {
  readonly sources: AllSources;
  readonly shown: ShownFiles;
  readonly settings: () => ReviewSettings;
  readonly isOn: () => boolean;
  /** The latest review of the main thread. */
  readonly review: () => Review | undefined;
  /** Has the main thread review again; `update` is called at the end of that, and it resolves then. */
  readonly reviewAgain: () => Promise<void>;
  readonly log: (message: string) => void;
}

/**
 * Editors open their documents right after the start. Other files are left alone for so long, in milliseconds: what is opened
 * need not be taken back from the background then.
 */
const usualOpeningPatience = 500;

/** Decides which files are reviewed in the background, and shows what is found in them. */
export class BackgroundFiles {
  readonly #host: BackgroundHost;
  readonly #platform: Platform;
  readonly #division = new Division();
  readonly #background: Background;
  readonly #worthThread: number;
  /** Documents whose referrers were looked for. */
  readonly #guessed = new Set<string>();
  #hasLearned = false;
  #compared: ComparedRoots = new Map();
  #openingEnd = 0;
  /** Takes the timer back. */
  #cancelOpening: (() => void) | undefined;
  /** Resolves when the main thread has reviewed what came to it at last. */
  #takenOver: Promise<void> | undefined;

  constructor(platform: Platform, abilities: ClientAbilities, host: BackgroundHost) {
    const { background: plan } = platform;
    this.#host = host;
    this.#platform = platform;
    this.#worthThread = plan?.worthThread ?? 0;
    this.#background = new Background(platform, abilities, {
      opened: (opened) => this.#opened(opened),
      reviewed: (files) => this.#reviewed(files),
      failed: (error) => host.log(describeError(error)),
      ended: (reason) => this.#ended(reason),
    });
  }

  /** From now on, documents are about to be opened. */
  start(): void {
    this.#openingEnd = performance.now() + (this.#platform.background?.openingPatience ?? usualOpeningPatience);
  }

  /** Takes files to the main thread, and all that is known to belong together with them. False when they were there. */
  claim(uris: Iterable<string>): boolean {
    const isNews = [...uris].some((uri) => !this.#division.has(uri));
    this.#division.claim(uris);
    return isNews;
  }

  /**
   * Takes what seems to refer to an open document to the main thread, as long as the background has not found out what belongs
   * together: so the findings of a referenced document need not wait for that.
   */
  async guess(): Promise<void> {
    if (this.#hasLearned || !this.#background.isPossible) return;
    const opened = this.#host.sources.documents.uris.filter((uri) => !this.#guessed.has(uri));
    if (opened.length === 0) return;
    // It may be divided from now on.
    this.foreground();
    if (!this.#division.isDivided) return;
    for (const uri of opened) this.#guessed.add(uri);
    const { background } = this.#division.split(this.#host.sources.list());
    this.#division.claim(
      (await inSlices(this.#platform.turn, writtenReferrers(opened, background), () => false)) ?? [],
    );
  }

  /** The newest texts of the files that the main thread reviews. */
  foreground(): readonly Source[] {
    const sources = this.#host.sources.list();
    if (!this.#division.isDivided && this.#background.isPossible && this.#isWorthThread(sources)) {
      // What was reviewed here already stays here.
      this.#division.claim(this.#host.review()?.workspace.sources.keys() ?? []);
      this.#division.divide();
    }
    return this.#division.split(sources).foreground;
  }

  /** Has the background review the newest texts of the other files. Not while the main thread reviews: its texts are journaled. */
  update(): void {
    if (!this.#division.isDivided || this.#waitsForDocuments()) return;
    const { sources, settings } = this.#host;
    if (this.#hasClaimedCopies(sources.list())) {
      this.#takeOver();
      return;
    }
    const { background, context } = this.#division.split(sources.list());
    if (!this.#background.isRunning && !this.#isWorthThread(background)) {
      this.#division.unite();
      this.#takeOver();
      return;
    }
    const shownUri = (uri: string) => sources.documents.clientDocument(uri).uri;
    this.#background.update({ sources: background, context, settings: settings(), shownUri });
  }

  /** Takes descriptions that may be copies of those of the main thread there. True when there are some. */
  #hasClaimedCopies(sources: readonly Source[]): boolean {
    const review = this.#host.review();
    const before = this.#division.split(sources).foreground.length;
    if (review === undefined || !this.#division.claim(titleNames(review.workspace))) return false;
    return this.#division.split(sources).foreground.length > before;
  }

  /** Resolves when nothing is left to review in the background, or to take over from it; true when that was so already. */
  async settled(): Promise<boolean> {
    if (this.#cancelOpening === undefined && this.#takenOver === undefined && !this.#background.isBusy) return true;
    if (this.#cancelOpening !== undefined) await this.#endOpening();
    await this.#takenOver;
    await this.#background.settled();
    return false;
  }

  /** What was found in the background; undefined where nothing is. `folder` is canonical, undefined: all files. */
  overview(): Promise<Overview | undefined> {
    return this.#background.overview();
  }

  /** What fits a name in the files of the background. */
  find(query: string): Promise<readonly FoundName[]> {
    return this.#background.find(query);
  }

  /** The roots of the descriptions in the background that are compared with a Prisma schema, as was found at last. */
  comparedWith(schema: string): readonly string[] {
    const { sources } = this.#host;
    return (this.#compared.get(schema) ?? []).filter((root) => !this.#division.has(root) && sources.has(root));
  }

  /** Ends the thread; it is started again with the next update. */
  stop(): void {
    this.#cancelOpening?.();
    this.#cancelOpening = undefined;
    this.#background.stop();
    this.#compared = new Map();
  }

  /** Counts what is neither open nor reviewed on the main thread. */
  #isWorthThread(sources: readonly Source[]): boolean {
    const reviewed = this.#host.review()?.workspace.sources;
    const others = sources.filter(({ uri, revision }) => revision === undefined && !reviewed?.has(uri));
    return others.reduce((size, { text }) => size + text.length, 0) >= this.#worthThread;
  }

  #waitsForDocuments(): boolean {
    const wait = this.#openingEnd - performance.now();
    if (wait <= 0 || this.#host.sources.documents.uris.length > 0) return false;
    this.#cancelOpening ??= this.#platform.clock.after(wait, () => void this.#endOpening());
    return true;
  }

  #endOpening(): Promise<void> {
    this.#cancelOpening?.();
    this.#cancelOpening = undefined;
    this.#openingEnd = 0;
    return this.#host.reviewAgain();
  }

  async #opened({ groups, wanted, compared }: BackgroundOpened): Promise<void> {
    this.#compared = compared;
    const hasClaimed = this.#division.learn(groups);
    this.#hasLearned = true;
    await this.#host.sources.load(wanted.filter((uri) => !this.#division.has(uri)));
    // What has come to the main thread is reviewed there first; then the background is told.
    if (hasClaimed || wanted.length > 0) await this.#host.reviewAgain();
  }

  async #reviewed(files: readonly BackgroundFile[]): Promise<void> {
    const { shown, sources, isOn } = this.#host;
    const documentOf = (uri: string) => sources.documents.clientDocument(uri);
    await eachInSlices(this.#platform.turn, files, (file) => {
      // It may have gone meanwhile, or reviewing have been switched off.
      if (isOn() && sources.has(file.uri)) shown.showBackground(file, documentOf);
    });
    if (isOn()) shown.endBackground(sources.uris);
  }

  #ended(reason: string): void {
    this.#host.log(`The thread for files that are not open stopped; the main thread reviews them now. ${reason}`);
    this.#division.unite();
    this.#takeOver();
  }

  /** Has the main thread review what came to it. Until then, nothing is settled. */
  #takeOver(): void {
    const takenOver = this.#host.reviewAgain().finally(() => {
      if (this.#takenOver === takenOver) this.#takenOver = undefined;
    });
    this.#takenOver = takenOver;
  }
}
