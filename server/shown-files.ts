import { type FileReview, isReviewedRole } from '#core/review.ts';
import type { BackgroundFile } from '#server/background/background-message.ts';
import type { ConvertContext } from '#server/convert.ts';
import { findingCounts } from '#server/finding-counts.ts';
import type { FindingCounts, ReviewedParams } from '#server/protocol.ts';
import { fileDiagnostics, type PublishedFile, Publisher } from '#server/publisher.ts';
import type { SessionOutput } from '#server/session.ts';
import { shownFindings } from '#server/shown-findings.ts';

/** What the client is told of the files of both threads: as if one had reviewed them all. */
export class ShownFiles {
  readonly #output: SessionOutput;
  readonly #publisher: Publisher;
  /** A file whose findings did not change is the very same object in the next review. */
  readonly #counts = new WeakMap<FileReview, FindingCounts>();
  /** What the background said last, until the main thread reviewed the file itself. */
  readonly #background = new Map<string, BackgroundFile>();
  #foreground: ConvertContext | undefined;
  #reviewed: ReviewedParams = { files: {}, milliseconds: 0 };

  constructor(output: SessionOutput) {
    this.#output = output;
    this.#publisher = new Publisher((params) => output.publishDiagnostics(params));
  }

  get reviewed(): ReviewedParams {
    return this.#reviewed;
  }

  /** The files the background reviews, by uri. */
  get background(): ReadonlyMap<string, BackgroundFile> {
    return this.#background;
  }

  /** Publishes a review of the main thread. `uris` are those of all files, sorted; others are gone. */
  showForeground(context: ConvertContext, uris: readonly string[], milliseconds: number): void {
    this.#foreground = context;
    const { files } = context.review;
    for (const file of files.values()) this.#publisher.publish(published(file, context), context.documentOf(file.uri));
    const known = new Set(uris);
    for (const uri of this.#background.keys()) if (files.has(uri) || !known.has(uri)) this.#background.delete(uri);
    // What changes hands is shown as it was until it is reviewed again.
    this.#publisher.keepOnly((uri) => known.has(uri));
    this.#tell(uris, milliseconds);
  }

  /** Publishes one file of the background; without effect for one that the main thread has reviewed, too. */
  showBackground(file: BackgroundFile, documentOf: ConvertContext['documentOf']): void {
    const { uri, content } = file;
    if (this.#foreground?.review.files.has(uri)) return;
    this.#background.set(uri, file);
    const document = documentOf(uri);
    // An open file is the main thread's: it is about to be reviewed there.
    if (document.version !== null) return;
    const write = () => ({ content, diagnostics: () => JSON.parse(content) });
    this.#publisher.publish({ uri, identity: file, write }, document);
  }

  /** Tells the counts after files of the background were shown. */
  endBackground(uris: readonly string[]): void {
    this.#tell(uris, this.#reviewed.milliseconds);
  }

  /** Takes back everything. */
  clear(): void {
    this.#publisher.keepOnly();
    this.#background.clear();
    this.#foreground = undefined;
    this.#tell([], 0);
  }

  #tell(uris: readonly string[], milliseconds: number): void {
    const counts: [string, FindingCounts][] = [];
    for (const uri of uris) {
      const known = this.#countsOf(uri);
      if (known !== undefined) counts.push(known);
    }
    this.#reviewed = { files: Object.fromEntries(counts), milliseconds: Math.round(milliseconds) };
    this.#output.reviewed(this.#reviewed);
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

  #countFindings(file: FileReview, { review, abilities }: ConvertContext): FindingCounts {
    const known = this.#counts.get(file) ?? findingCounts(shownFindings(file, review, abilities.deferredSyntax));
    this.#counts.set(file, known);
    return known;
  }
}

function published(file: FileReview, context: ConvertContext): PublishedFile {
  const write = () => {
    const findings = shownFindings(file, context.review, context.abilities.deferredSyntax);
    const diagnostics = fileDiagnostics(findings, context);
    return { content: JSON.stringify(diagnostics), diagnostics: () => [...diagnostics] };
  };
  return { uri: file.uri, identity: file, write };
}
