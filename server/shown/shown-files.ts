import { isReviewedRole } from '#core/file-role.ts';
import type { FileReview } from '#core/review-finding.ts';
import type { BackgroundFile } from '#server/background/background-message.ts';
import type { FindingCounts, ReviewedParams } from '#server/protocol.ts';
import type { ConvertContext } from '#server/shown/convert.ts';
import { findingCounts } from '#server/shown/finding-counts.ts';
import { fileDiagnostics, type PublishedFile, Publisher } from '#server/shown/publisher.ts';
import type { SessionOutput } from '#server/shown/session-output.ts';
import { calmBackground } from '#server/typing/calm-background.ts';
import type { Typing } from '#server/typing/typing.ts';

/** What the client is told of the files of both threads: as if one had reviewed them all. */
export class ShownFiles {
  readonly #output: SessionOutput;
  readonly #publisher: Publisher;
  readonly #typing: Typing;
  /** By what stands for the findings of a file that are told; see `CalmFiles`. */
  readonly #counts = new WeakMap<object, FindingCounts>();
  /** What the background said last, until the main thread reviewed the file itself. */
  readonly #background = new Map<string, BackgroundFile>();
  /** Of those: what was found while somebody typed, and is not told yet. */
  readonly #held = new Map<string, BackgroundFile>();
  #foreground: ConvertContext | undefined;
  /** The counts the client was told, by the uri it knows; undefined: it was told nothing. */
  #told: ReadonlyMap<string, FindingCounts> | undefined;
  #milliseconds = 0;

  constructor(output: SessionOutput, typing: Typing) {
    this.#output = output;
    this.#typing = typing;
    this.#publisher = new Publisher((params) => output.publishDiagnostics(params));
  }

  get reviewed(): ReviewedParams {
    return { files: Object.fromEntries(this.#told ?? []), milliseconds: this.#milliseconds };
  }

  /** The files the background reviews, by uri. */
  get background(): ReadonlyMap<string, BackgroundFile> {
    return this.#background;
  }

  /** Publishes a review of the main thread. `uris` are those of all files, sorted; others are gone. */
  showForeground(context: ConvertContext, uris: readonly string[], milliseconds: number): void {
    this.#foreground = context;
    const { files } = context.review;
    for (const file of files.values()) {
      this.#publisher.publish(this.#published(file, context), context.documentOf(file.uri));
    }
    const known = new Set(uris);
    for (const uri of this.#background.keys()) if (files.has(uri) || !known.has(uri)) this.#background.delete(uri);
    // What changes hands is shown as it was until it is reviewed again.
    this.#publisher.keepOnly((uri) => known.has(uri));
    this.#tell(uris, milliseconds);
  }

  /** Publishes one file of the background; without effect for one that the main thread has reviewed, too. */
  showBackground(file: BackgroundFile, documentOf: ConvertContext['documentOf']): void {
    const { uri } = file;
    if (this.#foreground?.review.files.has(uri)) return;
    const before = this.#background.get(uri);
    const shown = before !== undefined && this.#typing.isCauseIn(uri) ? calmBackground(file, before) : file;
    this.#background.set(uri, shown);
    if (shown === file) this.#held.delete(uri);
    else this.#held.set(uri, file);
    const document = documentOf(uri);
    // An open file is the main thread's: it is about to be reviewed there.
    if (document.version !== null) return;
    const { content } = shown;
    const write = () => ({ content, diagnostics: () => JSON.parse(content) });
    this.#publisher.publish({ uri, identity: shown, write }, document);
  }

  /** Publishes what of the background waited for the typing to end. True when there was something. */
  showHeld(documentOf: ConvertContext['documentOf']): boolean {
    const held = [...this.#held.values()].filter(({ uri }) => this.#background.has(uri));
    this.#held.clear();
    for (const file of held) this.showBackground(file, documentOf);
    return held.length > 0;
  }

  /** Tells the counts after files of the background were shown. */
  endBackground(uris: readonly string[]): void {
    this.#tell(uris, this.#milliseconds);
  }

  /** Takes back everything. */
  clear(): void {
    this.#publisher.keepOnly();
    this.#background.clear();
    this.#held.clear();
    this.#foreground = undefined;
    this.#tell([], 0);
  }

  #tell(uris: readonly string[], milliseconds: number): void {
    const before = this.#told;
    const counts = new Map<string, FindingCounts>();
    const changed: [string, FindingCounts][] = [];
    for (const uri of uris) {
      const known = this.#countsOf(uri);
      if (known === undefined) continue;
      counts.set(...known);
      if (!isSameCounts(before?.get(known[0]), known[1])) changed.push(known);
    }
    const gone = before === undefined ? [] : [...before.keys()].filter((uri) => !counts.has(uri));
    this.#told = counts;
    this.#milliseconds = Math.round(milliseconds);
    this.#output.reviewed({
      isWhole: before === undefined,
      changed: Object.fromEntries(changed),
      gone,
      milliseconds: this.#milliseconds,
    });
  }

  /** Undefined for what belongs to nothing. */
  #countsOf(uri: string): [string, FindingCounts] | undefined {
    const context = this.#foreground;
    if (context === undefined) return undefined;
    const file = context.review.files.get(uri);
    const other = this.#background.get(uri);
    const counts = file === undefined ? other?.counts : this.#countFindings(file, context);
    if (counts === undefined) return undefined;
    const isEmpty = counts.error + counts.warning + counts.info === 0;
    return isEmpty && !isReviewedRole((file ?? other)?.role ?? 'other')
      ? undefined
      : [context.documentOf(uri).uri, counts];
  }

  #countFindings(file: FileReview, context: ConvertContext): FindingCounts {
    const identity = this.#typing.files.identityOf(file);
    const known = this.#counts.get(identity) ?? findingCounts(context.shownOf(file));
    this.#counts.set(identity, known);
    return known;
  }

  #published(file: FileReview, context: ConvertContext): PublishedFile {
    const write = () => {
      const diagnostics = fileDiagnostics(context.shownOf(file), context);
      return { content: JSON.stringify(diagnostics), diagnostics: () => [...diagnostics] };
    };
    return { uri: file.uri, identity: this.#typing.files.identityOf(file), write };
  }
}

function isSameCounts(a: FindingCounts | undefined, b: FindingCounts): boolean {
  return a === b || (a?.error === b.error && a.warning === b.warning && a.info === b.info);
}
