import type { PublishDiagnosticsParams, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { openWorkspaceSteps, type Workspace } from '#core/project/workspace.ts';
import { judgeSteps, type Review, type ReviewSettings } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import type { Steps } from '#core/steps.ts';
import { canonicalUri, isInFolder } from '#files/file-uri.ts';
import { AllSources } from '#server/all-sources.ts';
import { Background } from '#server/background/background.ts';
import type { BackgroundFile, BackgroundOpened } from '#server/background/background-message.ts';
import type { BackgroundPlan } from '#server/background/background-thread.ts';
import { type DividedSources, Division } from '#server/background/division.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import type { ConvertContext } from '#server/convert.ts';
import { Deferred } from '#server/deferred.ts';
import { describeError } from '#server/describe-error.ts';
import { eachInSlices, inSlices } from '#server/in-slices.ts';
import { LineIndexes } from '#server/line-indexes.ts';
import { mergeOverviews, type Overview, overviewOf } from '#server/overview.ts';
import type { ReviewedParams, ServerSettings } from '#server/protocol.ts';
import { ReviewLoop } from '#server/review-loop.ts';
import { ShownFiles } from '#server/shown-files.ts';

/** What a session tells the client, and where it says what went wrong. */
export interface SessionOutput {
  publishDiagnostics(params: PublishDiagnosticsParams): void;
  reviewed(params: ReviewedParams): void;
  log(message: string): void;
}

/** The settings where the client names none. */
export const defaultSettings: ServerSettings = { enable: true, preset: 'recommended' };

/** The first review waits this long for the walk of the folders; after that, open documents go first. */
const firstWalkPatience = 250;

/**
 * Editors open their documents right after the start. Other files are left alone for so long: what is opened need not be taken
 * back from the background then.
 */
const openingPatience = 500;

/** After this long without a finished review, one is finished though newer texts are there. */
const longestWait = 1500;

/** Chains of files that reference files are followed this far in one go. */
const maximumRounds = 64;

/**
 * What one client works on: its open documents, the files of its folders, and their latest review. Reviews run one at a
 * time and always on the newest texts; what is published belongs to the texts the server had at that moment. What is open,
 * and what belongs together with it, is reviewed here; where there is much more than that, the rest is reviewed in the
 * background.
 */
export class Session {
  readonly rulebook: Rulebook;
  readonly abilities: ClientAbilities;
  readonly lines = new LineIndexes();
  readonly #output: SessionOutput;
  readonly #sources = new AllSources();
  readonly #shown: ShownFiles;
  readonly #loop: ReviewLoop;
  readonly #division = new Division();
  readonly #background: Background;
  readonly #worthThread: number;
  #openingEnd = 0;
  #openingTimer: NodeJS.Timeout | undefined;
  #settings: ServerSettings;
  readonly #ready = new Deferred();
  #refreshed: Promise<unknown> = Promise.resolve();
  #review: Review | undefined;

  constructor(rulebook: Rulebook, abilities: ClientAbilities, output: SessionOutput, plan?: BackgroundPlan) {
    this.rulebook = rulebook;
    this.abilities = abilities;
    this.#output = output;
    this.#settings = { ...defaultSettings, ...abilities.initialSettings };
    this.#worthThread = plan?.worthThread ?? 0;
    this.#shown = new ShownFiles(output);
    const onError = (error: unknown) => output.log(describeError(error));
    this.#loop = new ReviewLoop(() => this.#reviewNewest(), onError);
    this.#background = new Background(plan?.start, abilities, {
      opened: (opened) => this.#backgroundOpened(opened),
      reviewed: (files) => this.#backgroundReviewed(files),
      failed: onError,
      ended: (reason) => this.#backgroundEnded(reason),
    });
  }

  get documents(): AllSources['documents'] {
    return this.#sources.documents;
  }

  get files(): AllSources['files'] {
    return this.#sources.files;
  }

  get settings(): ServerSettings {
    return this.#settings;
  }

  /** What reviews are made with, beside the texts. */
  get reviewSettings(): ReviewSettings {
    const { folders, unread } = this.files;
    return { folders, preset: this.#settings.preset, unread };
  }

  get reviewed(): ReviewedParams {
    return this.#shown.reviewed;
  }

  /** Nothing is reviewed before this is called: the first review knows the settings and, where the walk is quick, all files. */
  start(settings: Partial<ServerSettings>, folders: readonly string[]): void {
    this.#openingEnd = performance.now() + openingPatience;
    this.changeSettings(settings);
    const walked = this.setFolders(folders);
    void walked.then(() => this.#ready.resolve());
    setTimeout(() => this.#ready.resolve(), firstWalkPatience).unref();
  }

  openDocument(uri: string, languageId: string, version: number, text: string): void {
    this.documents.open(uri, languageId, version, text);
    this.#division.claim([canonicalUri(uri)]);
    this.#loop.request('soon');
  }

  changeDocument(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    this.documents.change(uri, version, changes);
    this.#loop.request('typing');
  }

  /** The file on disk counts again. */
  async closeDocument(uri: string): Promise<void> {
    this.documents.close(uri);
    await this.refreshFiles([uri]);
    this.#loop.request('soon');
  }

  /** Reads files again that were created, changed or deleted on disk. */
  refreshFiles(uris: readonly string[]): Promise<void> {
    const refreshed = this.files.refresh(uris.map(canonicalUri)).then((isChanged) => {
      if (isChanged) this.#loop.request('soon');
    });
    this.#refreshed = Promise.all([this.#refreshed, refreshed.catch(() => undefined)]);
    return refreshed;
  }

  async setFolders(folders: readonly string[]): Promise<void> {
    await this.files.setFolders(folders);
    this.#loop.request('soon');
  }

  /** Reads all files again. */
  async readAgain(): Promise<void> {
    await this.files.readAgain();
    this.#loop.request('soon');
  }

  changeSettings(settings: Partial<ServerSettings>): void {
    this.#settings = { ...defaultSettings, ...settings };
    this.#loop.request('soon');
  }

  /**
   * The review of the newest texts, as far as the server was told of them, that holds this file and what belongs to it;
   * undefined when reviewing is switched off.
   */
  async current(uri: string): Promise<Review | undefined> {
    if (!this.#division.has(uri) && this.files.sources.has(uri)) {
      this.#division.claim([uri]);
      this.#loop.request('soon');
    }
    return this.#latest();
  }

  /** The review that holds the configuration and the answers, once all files have been reviewed. */
  async complete(): Promise<Review | undefined> {
    await this.#ready.promise;
    await this.files.walked;
    for (;;) {
      const review = await this.#latest();
      const isWaiting = this.#openingTimer !== undefined;
      if (isWaiting) this.#endOpening();
      if (review === undefined || (!isWaiting && !this.#background.isBusy)) return review;
      await this.#background.settled();
    }
  }

  /** What there is to say of all files, or of those of one folder; `review` is one that was complete. */
  async overview(review: Review, folder: string | undefined): Promise<Overview> {
    const isShown = (uri: string) => folder === undefined || isInFolder(uri, folder);
    const own = overviewOf(this.contextOf(review), this.reviewSettings, isShown);
    const other = await this.#background.overview(folder);
    return other === undefined ? own : mergeOverviews(own, other);
  }

  /** The uris of the files that a configuration sets the rules for. */
  ruledUris(review: Review): readonly string[] {
    const files = [...review.files.values(), ...this.#shown.background.values()];
    return files.filter(({ role }) => role !== 'other' && role !== 'config').map(({ uri }) => uri);
  }

  /** What converting findings and edits of this review needs. */
  contextOf(of: Review): ConvertContext {
    return {
      review: of,
      abilities: this.abilities,
      lines: this.lines,
      documentOf: (uri) => this.documents.clientDocument(uri),
    };
  }

  dispose(): void {
    this.#loop.dispose();
    clearTimeout(this.#openingTimer);
    this.#background.stop();
  }

  async #latest(): Promise<Review | undefined> {
    await this.#refreshed;
    await this.#loop.settled();
    return this.#review;
  }

  async #reviewNewest(): Promise<void> {
    await this.#ready.promise;
    if (this.#settings.enable) await this.#reviewForeground();
    // It may have been switched off meanwhile.
    if (this.#settings.enable) this.#updateBackground();
    else this.#reviewNothing();
  }

  async #reviewForeground(): Promise<void> {
    let opened: Workspace | undefined;
    for (let round = 1; this.#settings.enable; round++) {
      opened = await this.#reviewOnce(opened, round === maximumRounds);
      const wanted = opened?.wanted ?? [];
      if (wanted.length === 0 || round === maximumRounds) return;
      this.#division.claim(wanted);
      await this.#sources.load(wanted);
    }
  }

  /**
   * Opens the files and, unless further ones are wanted, reviews them. Other events come in between the slices. A review that
   * newer texts have overtaken is dropped, unless that would go on and on: then it is finished for the next one to build upon,
   * and only that is published. Undefined when it was dropped.
   */
  async #reviewOnce(before: Workspace | undefined, isFinal: boolean): Promise<Workspace | undefined> {
    this.#loop.begin();
    const start = performance.now();
    const isDropped = () => this.#review !== undefined && this.#loop.isOutdated && this.#loop.waiting < longestWait;
    const result = await inSlices(this.#steps(before, isFinal), isDropped);
    if (result === undefined || !('run' in result)) return result;
    this.#review = result;
    this.#loop.finish();
    this.documents.reviewed(result.workspace.sources);
    if (!this.#loop.isOutdated) {
      this.#shown.showForeground(this.contextOf(result), this.#sources.uris, performance.now() - start);
    }
    return result.workspace;
  }

  *#steps(before: Workspace | undefined, isFinal: boolean): Steps<Workspace | Review> {
    const { foreground } = this.#divided();
    const settings = this.reviewSettings;
    const from = before ?? this.#review?.workspace;
    const opened = yield* openWorkspaceSteps(foreground, this.rulebook, settings, from);
    if (opened.wanted.length > 0 && !isFinal) return opened;
    return yield* judgeSteps(opened, this.rulebook, settings, this.#review);
  }

  #reviewNothing(): void {
    this.#loop.begin();
    this.#loop.finish();
    this.#background.stop();
    this.#review = undefined;
    this.#shown.clear();
  }

  #divided(): DividedSources {
    const sources = this.#sources.list();
    if (!this.#division.isDivided && this.#background.isPossible && this.#isWorthThread(sources)) {
      // What was reviewed here already stays here.
      this.#division.claim(this.#review?.workspace.sources.keys() ?? []);
      this.#division.divide();
    }
    return this.#division.split(sources);
  }

  /** Counts what is neither open nor reviewed here. */
  #isWorthThread(sources: readonly Source[]): boolean {
    const reviewed = this.#review?.workspace.sources;
    const others = sources.filter(({ uri, revision }) => revision === undefined && !reviewed?.has(uri));
    return others.reduce((size, { text }) => size + text.length, 0) >= this.#worthThread;
  }

  #updateBackground(): void {
    if (!this.#division.isDivided) return;
    if (this.documents.count === 0 && performance.now() < this.#openingEnd) {
      this.#openingTimer ??= setTimeout(() => this.#endOpening(), this.#openingEnd - performance.now());
      return;
    }
    const { background, context } = this.#divided();
    if (!this.#background.isRunning && !this.#isWorthThread(background)) {
      this.#division.unite();
      this.#loop.request('soon');
      return;
    }
    const shownUri = (uri: string) => this.documents.clientDocument(uri).uri;
    this.#background.update({ sources: background, context, settings: this.reviewSettings, shownUri });
  }

  #endOpening(): void {
    clearTimeout(this.#openingTimer);
    this.#openingTimer = undefined;
    this.#openingEnd = 0;
    this.#loop.request('soon');
  }

  async #backgroundOpened({ groups, wanted }: BackgroundOpened): Promise<void> {
    const hasClaimed = this.#division.learn(groups);
    await this.#sources.load(wanted.filter((uri) => !this.#division.has(uri)));
    if (!hasClaimed && wanted.length === 0) return;
    // What is here now is reviewed here first; then the background is told.
    this.#loop.request('soon');
    await this.#loop.settled();
  }

  async #backgroundReviewed(files: readonly BackgroundFile[]): Promise<void> {
    const documentOf = (uri: string) => this.documents.clientDocument(uri);
    await eachInSlices(files, (file) => {
      // It may have gone meanwhile, or reviewing have been switched off.
      if (this.#settings.enable && this.#sources.has(file.uri)) this.#shown.showBackground(file, documentOf);
    });
    if (this.#settings.enable) this.#shown.endBackground(this.#sources.uris);
  }

  #backgroundEnded(reason: string): void {
    this.#output.log(`The thread for files that are not open stopped; the main thread reviews them now. ${reason}`);
    this.#division.unite();
    this.#loop.request('soon');
  }
}
