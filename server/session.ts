import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { askAhead } from '#core/ask/ask-ahead.ts';
import { isReviewedRole } from '#core/file-role.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Steps } from '#core/work/steps.ts';
import { today } from '#files/today.ts';
import { canonicalUri } from '#files/uri.ts';
import { BackgroundFiles } from '#server/background/background-files.ts';
import { BaseKeeper } from '#server/base/base-keeper.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import { Deferred } from '#server/deferred.ts';
import { describeError } from '#server/describe-error.ts';
import { Foreground } from '#server/foreground/foreground.ts';
import { finishInSlices } from '#server/foreground/in-slices.ts';
import { Preparation } from '#server/foreground/preparation.ts';
import { ReviewLoop } from '#server/foreground/review-loop.ts';
import type { Platform, Turn } from '#server/platform.ts';
import type { CursorParams, ReviewedParams, ServerSettings } from '#server/protocol.ts';
import type { ServerParts } from '#server/server-parts.ts';
import type { ConvertContext } from '#server/shown/convert.ts';
import type { FoundName } from '#server/shown/found-name.ts';
import { mergeOverviews, type Overview, overviewOf } from '#server/shown/overview.ts';
import type { SessionOutput } from '#server/shown/session-output.ts';
import { ShownFiles } from '#server/shown/shown-files.ts';
import { AllSources } from '#server/texts/all-sources.ts';
import type { FileCheck } from '#server/texts/disk-files.ts';
import { LineIndexes } from '#server/texts/line-indexes.ts';
import { Typing } from '#server/typing/typing.ts';

/** What a session is made of, beside the client. */
export type SessionParts = Pick<ServerParts, 'rulebook' | 'platform' | 'typingClock' | 'walkPatience'>;

/** The settings where the client names none. */
export const defaultSettings: ServerSettings = {
  enable: true,
  preset: 'recommended',
  typingRest: 1500,
  changeBase: '',
  changeLens: true,
};

/** True for what changes in a repository with a commit, a fetch or a checkout. */
function isOfGit(uri: string): boolean {
  return /\/\.git\/(?:HEAD|packed-refs|refs\/)/.test(uri);
}

/** The first review waits this long for the walk of the folders, in milliseconds; after that, open documents go first. */
const usualWalkPatience = 250;

/** The first review of a text of this length, in UTF-16 units, takes so much memory that collecting soon takes longer than it saves. */
const largeText = 1_000_000;

/** Makes something of a review's open files, in steps. */
type MakeAhead = (review: Review, uris: readonly string[]) => Steps<void>;

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
  /** Says what went wrong where nobody else is told. */
  readonly log: (message: string) => void;
  /** Tells the user something, once. */
  readonly say: (message: string) => void;
  readonly #platform: Platform;
  readonly #walkPatience: number;
  readonly #sources: AllSources;
  readonly #typing: Typing;
  readonly #shown: ShownFiles;
  readonly #loop: ReviewLoop;
  readonly #foreground: Foreground;
  readonly #background: BackgroundFiles;
  readonly #preparation: Preparation;
  readonly #base: BaseKeeper;
  #settings: ServerSettings;
  #isDisposed = false;
  readonly #ready = new Deferred();
  #refreshed: Promise<unknown> = Promise.resolve();
  readonly #output: SessionOutput;
  /** What the lines above operations and models were told against. */
  #lensBase: Review['base'];
  #overviews = new WeakMap<Review, Promise<Overview>>();
  readonly #ahead: MakeAhead[] = [];

  constructor(abilities: ClientAbilities, output: SessionOutput, parts: SessionParts) {
    const { rulebook, platform, typingClock = platform.clock, walkPatience = usualWalkPatience } = parts;
    this.rulebook = rulebook;
    this.abilities = abilities;
    this.log = (message) => output.log(message);
    this.say = (message) => output.say(message);
    this.#platform = platform;
    this.#walkPatience = walkPatience;
    this.#sources = new AllSources(platform.files);
    this.#settings = { ...defaultSettings, ...abilities.initialSettings };
    this.#typing = new Typing(typingClock, abilities.deferredSyntax, {
      rest: () => this.#settings.typingRest,
      onEnd: (isNews) => this.#endTyping(isNews),
    });
    this.#output = output;
    this.#shown = new ShownFiles(output, this.#typing);
    this.#loop = new ReviewLoop(
      platform.turn,
      () => this.#reviewNewest(),
      (error) => output.log(describeError(error)),
    );
    this.#preparation = new Preparation(platform.clock, platform.turn, (error) => this.log(describeError(error)));
    const shared = { settings: () => this.reviewSettings, isOn: () => this.#settings.enable };
    this.#base = new BaseKeeper(platform.openBase, {
      rulebook,
      settings: () => this.reviewSettings,
      ref: () => this.#settings.changeBase || undefined,
      run: (steps) => this.finish(steps),
      changed: () => this.#loop.request(),
      log: this.log,
      note: (message) => output.note(message),
    });
    this.#foreground = new Foreground(rulebook, platform.turn, this.#loop, {
      ...shared,
      settings: () => ({ ...this.reviewSettings, ...(this.#base.base && { base: this.#base.base }) }),
      sources: () => this.#background.foreground(),
      want: (uris) => this.#want(uris),
      reviewed: (...reviewed) => this.#reviewed(...reviewed),
    });
    this.#background = new BackgroundFiles(platform, abilities, {
      ...shared,
      sources: this.#sources,
      shown: this.#shown,
      review: () => this.#foreground.review,
      reviewAgain: () => this.#reviewAgain(),
      log: this.log,
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
    return { folders, preset: this.#settings.preset, unread, today: today() };
  }

  get reviewed(): ReviewedParams {
    return this.#shown.reviewed;
  }

  /** Nothing is reviewed before this is called: the first review knows the settings and, where the walk is quick, all files. */
  start(settings: Partial<ServerSettings>, folders: readonly string[]): void {
    this.#background.start();
    this.changeSettings(settings);
    const walked = this.setFolders(folders);
    void walked.then(() => this.#ready.resolve());
    this.#platform.clock.after(this.#walkPatience, () => this.#ready.resolve());
  }

  openDocument(uri: string, languageId: string, version: number, text: string): void {
    if (text.length > largeText) this.#platform.heapPace?.grow();
    this.documents.open(uri, languageId, version, text);
    this.#background.claim([canonicalUri(uri)]);
    this.#loop.request();
  }

  changeDocument(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const edits = this.documents.change(uri, version, changes);
    this.#loop.request();
    this.#typing.changed(canonicalUri(uri), changes, edits);
  }

  /** The file on disk counts again. */
  async closeDocument(uri: string): Promise<void> {
    this.documents.close(uri);
    await this.refreshFiles([uri]);
    this.#loop.request();
  }

  /** Reads files again that were created, changed or deleted on disk. */
  refreshFiles(uris: readonly string[]): Promise<void> {
    const changed = uris.map(canonicalUri);
    if (changed.some(isOfGit)) this.#compareAgain();
    // It was saved, or the editor takes over what another program wrote.
    if (changed.some((uri) => this.documents.has(uri))) this.showAll();
    this.#typing.changedElsewhere(changed);
    const refreshed = this.files.refresh(changed).then((isChanged) => {
      if (isChanged) this.#loop.request();
    });
    this.#refreshed = Promise.all([this.#refreshed, refreshed.catch(() => undefined)]);
    return refreshed;
  }

  /** Whether these files are on disk as they are known here, and can be edited; those that are not are read again. */
  async checkFiles(uris: readonly string[]): Promise<FileCheck> {
    const check = await this.files.check(uris);
    if (check.isChanged) this.#loop.request();
    return check;
  }

  async setFolders(folders: readonly string[]): Promise<void> {
    await this.files.setFolders(folders);
    this.#loop.request();
    this.showAll();
  }

  /** Reads all files again. */
  async readAgain(): Promise<void> {
    await this.files.readAgain();
    this.#loop.request();
    this.showAll();
  }

  /** What is not among them is as it was asked for when the server started, else as usual. */
  changeSettings(settings: Partial<ServerSettings>): void {
    const { changeBase, changeLens } = this.#settings;
    this.#settings = { ...defaultSettings, ...this.abilities.initialSettings, ...settings };
    if (this.#settings.changeBase !== changeBase) this.#base.refresh();
    if (this.#settings.changeLens !== changeLens) this.#output.lensesChanged();
    this.#loop.request();
    this.showAll();
  }

  /** The text of a file as it was, by its uri of that time; undefined where nothing is compared. */
  formerText(uri: string): string | undefined {
    return this.#base.textOf(uri);
  }

  /** Says where the cursor is. */
  moveCursor(cursor: CursorParams): void {
    this.#typing.moveCursor(cursor);
    this.#showWhatIsLeft();
  }

  /** What waits for the typing to rest is shown now, or with the review of the newest texts. */
  showAll(): void {
    this.#typing.end();
  }

  /** True for a finding that waits, also for one that is told with others while somebody types there. */
  isHeld(review: Review, finding: ReviewFinding, fold?: ReviewFinding): boolean {
    const file = review.files.get((fold ?? finding).uri);
    if (file === undefined || !this.#typing.isOn) return false;
    if (this.#typing.files.isHeld(file, fold ?? finding)) return true;
    return fold !== undefined && this.#typing.files.isTyped(finding.uri, finding.span);
  }

  /**
   * The review of the newest texts, as far as the server was told of them, that holds this file and what belongs to it;
   * undefined when reviewing is switched off.
   */
  async current(uri: string): Promise<Review | undefined> {
    if (this.files.sources.has(uri) && this.#background.claim([uri])) this.#loop.request();
    return this.#latest();
  }

  /**
   * The latest review that was finished, where the text of this document is still that one's: what it says of the document
   * is what the user sees. Else the current one. Edits of other files need the current one.
   */
  async shown(uri: string): Promise<Review | undefined> {
    const latest = this.#foreground.review;
    const isShown = this.#settings.enable && this.documents.isAsIn(uri, latest?.workspace.sources.get(uri));
    return isShown ? latest : this.current(uri);
  }

  /**
   * The latest review that was finished, where no open document has changed since: places in any file are where it says. Else the
   * current one, as of `current`.
   */
  async shownEverywhere(uri: string): Promise<Review | undefined> {
    const latest = this.#foreground.review;
    const isShown = this.#settings.enable && latest !== undefined && this.documents.areAsIn(latest.workspace.sources);
    return isShown && latest.workspace.sources.has(uri) ? latest : this.current(uri);
  }

  /**
   * The latest review that was finished and knows this document, whatever was typed since; the current one where there is none yet.
   * Undefined when reviewing is switched off.
   */
  async latest(uri: string): Promise<Review | undefined> {
    const latest = this.#foreground.review;
    return this.#settings.enable && latest?.workspace.sources.has(uri) === true ? latest : this.current(uri);
  }

  /** The review that holds the configuration and the answers, once all files have been reviewed. */
  async complete(): Promise<Review | undefined> {
    await this.#ready.promise;
    await this.files.walked;
    for (;;) {
      await this.#latest();
      await this.#base.settled();
      const review = await this.#latest();
      if (review === undefined || (await this.#background.settled())) return review;
    }
  }

  /** What there is to say of all files; `review` is one that was complete. It is looked for once in each review. */
  async overview(review: Review): Promise<Overview> {
    const known = this.#overviews.get(review);
    const asked = known ?? this.finish(overviewOf(this.contextOf(review), this.reviewSettings, () => true));
    if (known === undefined) this.#overviews.set(review, asked);
    const [own, other] = await Promise.all([asked, this.#background.overview()]);
    return other === undefined ? own : mergeOverviews(own, other);
  }

  /** What fits a name in the files that are reviewed in the background. */
  foundElsewhere(query: string): Promise<readonly FoundName[]> {
    return this.#background.find(query);
  }

  /** The roots of the descriptions that are reviewed in the background and compared with a Prisma schema, as far as that is known. */
  comparedElsewhere(schema: string): readonly string[] {
    return this.#background.comparedWith(schema);
  }

  /** The uris of the files that a configuration sets the rules for. */
  ruledUris(review: Review): readonly string[] {
    const files = [...review.files.values(), ...this.#shown.background.values()];
    return files.filter(({ role }) => isReviewedRole(role) && role !== 'config').map(({ uri }) => uri);
  }

  /** Does work in slices, other events in between. */
  finish<T>(steps: Steps<T>): Promise<T> {
    return finishInSlices(this.#platform.turn, steps);
  }

  /** Resolves when other events have had their turn. */
  get turn(): Turn {
    return this.#platform.turn;
  }

  /** What converting findings and edits of this review needs. */
  contextOf(of: Review): ConvertContext {
    return {
      review: of,
      rulebook: this.rulebook,
      abilities: this.abilities,
      lines: this.lines,
      documentOf: (uri) => this.documents.clientDocument(uri),
      shownOf: (file) => this.#typing.files.shownOf(file, of),
      onEdit: (uri, edits) => this.#typing.ownEdits.give(canonicalUri(uri), edits),
    };
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#typing.dispose();
    this.#loop.dispose();
    this.#background.stop();
    this.#preparation.drop();
  }

  async #latest(): Promise<Review | undefined> {
    await this.#refreshed;
    await this.#loop.settled();
    return this.#foreground.review;
  }

  async #reviewNewest(): Promise<void> {
    await this.#ready.promise;
    if (this.#settings.enable) await this.#background.guess();
    await this.#foreground.reviewNewest();
    if (this.#settings.enable) this.#background.update();
    else this.#reviewNothing();
  }

  async #reviewAgain(): Promise<void> {
    this.#loop.request();
    await this.#loop.settled();
  }

  async #want(uris: readonly string[]): Promise<void> {
    this.#background.claim(uris);
    await this.#sources.load(uris);
  }

  #reviewed(review: Review, isNewest: boolean, milliseconds: number): void {
    // A large text that was opened meanwhile is yet to be read.
    if (isNewest) this.#platform.heapPace?.hold();
    this.documents.reviewed(review.workspace.sources);
    if (isNewest && this.#typing.hasLeft(this.contextOf(review))) this.#typing.end();
    this.#typing.files.take(review);
    if (isNewest) this.#shown.showForeground(this.contextOf(review), this.#sources.uris, milliseconds);
    if (isNewest) this.#base.keep(review.workspace);
    if (review.base !== this.#lensBase) this.#output.lensesChanged();
    this.#lensBase = review.base;
    if (isNewest) this.#preparation.plan(this.#makeAhead(review), () => !this.#loop.isIdle);
  }

  /** What a feature makes of open files in a rest, for whoever asks first. */
  makesAhead(make: MakeAhead): void {
    this.#ahead.push(make);
  }

  *#makeAhead(review: Review): Steps<void> {
    const { uris } = this.documents;
    yield* askAhead(uris, review.workspace);
    for (const make of this.#ahead) yield* make(review, uris);
  }

  /** A commit was made, or another one is checked out. */
  #compareAgain(): void {
    this.#base.refresh();
    this.#loop.request();
  }

  #showWhatIsLeft(): void {
    const review = this.#foreground.review;
    if (review !== undefined && this.#loop.isIdle && this.#typing.hasLeft(this.contextOf(review))) this.#typing.end();
  }

  /** A review that is under way shows everything itself. */
  #endTyping(isNews: boolean): void {
    const review = this.#foreground.review;
    const isBackgroundNews = this.#shown.showHeld((uri) => this.documents.clientDocument(uri));
    if (isNews) this.#overviews = new WeakMap();
    if (isNews && review?.base !== undefined) this.#output.lensesChanged();
    if (review === undefined || !this.#loop.isIdle || !(isNews || isBackgroundNews)) return;
    this.#shown.showForeground(this.contextOf(review), this.#sources.uris, this.reviewed.milliseconds);
  }

  #reviewNothing(): void {
    this.#loop.begin();
    this.#loop.finish();
    this.#background.stop();
    this.#foreground.forget();
    this.#preparation.drop();
    this.#typing.end();
    this.#typing.files.forget();
    this.#shown.clear();
  }
}
