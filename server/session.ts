import type { PublishDiagnosticsParams, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type FileReview, type Review, type ReviewSettings, reviewSteps } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { canonicalUri } from '#files/file-uri.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import type { ConvertContext } from '#server/convert.ts';
import { Deferred } from '#server/deferred.ts';
import { describeError } from '#server/describe-error.ts';
import { DiskFiles } from '#server/disk-files.ts';
import { findingCounts } from '#server/finding-counts.ts';
import { inSlices } from '#server/in-slices.ts';
import { LineIndexes } from '#server/line-indexes.ts';
import { OpenDocuments } from '#server/open-documents.ts';
import type { FindingCounts, ReviewedParams, ServerSettings } from '#server/protocol.ts';
import { Publisher } from '#server/publisher.ts';
import { ReviewLoop } from '#server/review-loop.ts';
import { shownFindings } from '#server/shown-findings.ts';

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

/** After this long without a finished review, one is finished though newer texts are there. */
const longestWait = 1500;

/** Chains of files that reference files are followed this far in one go. */
const maximumRounds = 64;

/**
 * What one client works on: its open documents, the files of its folders, and their latest review. Reviews run one at a
 * time and always on the newest texts; what is published belongs to the texts the server had at that moment.
 */
export class Session {
  readonly rulebook: Rulebook;
  readonly abilities: ClientAbilities;
  readonly documents = new OpenDocuments();
  readonly files = new DiskFiles();
  readonly lines = new LineIndexes();
  readonly #output: SessionOutput;
  readonly #publisher: Publisher;
  readonly #loop: ReviewLoop;
  #settings: ServerSettings;
  readonly #ready = new Deferred();
  #refreshed: Promise<unknown> = Promise.resolve();
  #review: Review | undefined;
  /** A file whose findings did not change is the very same object in the next review. */
  readonly #counts = new WeakMap<FileReview, FindingCounts>();
  #sortedUris: readonly string[] = [];
  #reviewed: ReviewedParams = { files: {}, milliseconds: 0 };

  constructor(rulebook: Rulebook, abilities: ClientAbilities, output: SessionOutput) {
    this.rulebook = rulebook;
    this.abilities = abilities;
    this.#output = output;
    this.#settings = { ...defaultSettings, ...abilities.initialSettings };
    this.#publisher = new Publisher((params) => output.publishDiagnostics(params));
    this.#loop = new ReviewLoop(
      () => this.#reviewNewest(),
      (error) => output.log(describeError(error)),
    );
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
    return this.#reviewed;
  }

  /** Nothing is reviewed before this is called: the first review knows the settings and, where the walk is quick, all files. */
  start(settings: Partial<ServerSettings>, folders: readonly string[]): void {
    this.changeSettings(settings);
    const walked = this.setFolders(folders);
    void walked.then(() => this.#ready.resolve());
    setTimeout(() => this.#ready.resolve(), firstWalkPatience).unref();
  }

  openDocument(uri: string, languageId: string, version: number, text: string): void {
    this.documents.open(uri, languageId, version, text);
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

  /** The review of the newest texts, as far as the server was told of them; undefined when reviewing is switched off. */
  async current(): Promise<Review | undefined> {
    await this.#refreshed;
    await this.#loop.settled();
    return this.#review;
  }

  /** The review of all files, once the folders have been walked. */
  async complete(): Promise<Review | undefined> {
    await this.#ready.promise;
    await this.files.walked;
    return this.current();
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
  }

  async #reviewNewest(): Promise<void> {
    await this.#ready.promise;
    for (let round = 0; round < maximumRounds; round++) {
      const wanted = this.#settings.enable ? await this.#reviewOnce(round) : this.#reviewNothing();
      if (wanted.length === 0) return;
      await this.files.load(wanted);
    }
  }

  /**
   * Other events come in between the slices of a review. One that newer texts have overtaken is dropped, unless that would
   * go on and on: then it is finished for the next one to build upon, and only that is published.
   */
  async #reviewOnce(round: number): Promise<readonly string[]> {
    this.#loop.begin();
    const start = performance.now();
    const steps = reviewSteps(this.#sources(), this.rulebook, this.reviewSettings, this.#review);
    const isDropped = () => this.#review !== undefined && this.#loop.isOutdated && this.#loop.waiting < longestWait;
    const result = await inSlices(steps, isDropped);
    if (result === undefined) return [];
    this.#review = result;
    this.#loop.finish();
    this.documents.reviewed(result.workspace.sources);
    if (result.wanted.length > 0 && round < maximumRounds - 1) return result.wanted;
    if (!this.#loop.isOutdated) this.#publish(result, performance.now() - start);
    return [];
  }

  #reviewNothing(): readonly string[] {
    this.#loop.begin();
    this.#loop.finish();
    this.#review = undefined;
    this.#publisher.clear();
    this.#reviewed = { files: {}, milliseconds: 0 };
    this.#output.reviewed(this.#reviewed);
    return [];
  }

  #publish(result: Review, milliseconds: number): void {
    const context = this.contextOf(result);
    const findingsOf = (file: FileReview) => shownFindings(file, result, this.abilities.deferredSyntax);
    this.#publisher.publish(context, findingsOf);
    const counts: [string, FindingCounts][] = [];
    for (const file of result.files.values()) {
      const known = this.#counts.get(file) ?? findingCounts(findingsOf(file));
      this.#counts.set(file, known);
      if (file.role !== 'other' || known.error + known.warning + known.info > 0) {
        counts.push([context.documentOf(file.uri).uri, known]);
      }
    }
    this.#reviewed = { files: Object.fromEntries(counts), milliseconds: Math.round(milliseconds) };
    this.#output.reviewed(this.#reviewed);
  }

  /** The editor's text where a file is open, the disk's otherwise; in a fixed order. */
  #sources(): readonly Source[] {
    const byUri = new Map<string, Source>(this.files.sources);
    for (const source of this.documents.sources) byUri.set(source.uri, source);
    const known = this.#sortedUris;
    const isSameUris = known.length === byUri.size && known.every((uri) => byUri.has(uri));
    const uris = isSameUris ? known : [...byUri.keys()].sort();
    this.#sortedUris = uris;
    return uris.flatMap((uri) => byUri.get(uri) ?? []);
  }
}
