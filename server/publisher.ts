import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { FileReview, Review, ReviewFinding } from '#core/review.ts';
import type { Severity } from '#core/rule.ts';
import { type ConvertContext, diagnosticSource, toDiagnostic } from '#server/convert.ts';

/** At most this many findings of a file are published; one more diagnostic says how many there are beyond them. */
export const maximumDiagnostics = 1000;

interface Published {
  readonly uri: string;
  readonly version: number | null;
  readonly file: FileReview;
  /** The diagnostics as text, to see whether they changed. */
  readonly content: string;
}

/** Keeps what the client shows equal to the latest review: sends what changed, and clears what vanished. */
export class Publisher {
  readonly #send: (params: PublishDiagnosticsParams) => void;
  readonly #published = new Map<string, Published>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /** Sends the files whose findings or whose text changed. `findingsOf` says what of a file is shown. */
  publish(context: ConvertContext, findingsOf: (file: FileReview) => readonly ReviewFinding[]): void {
    for (const file of context.review.files.values()) {
      if (!this.#isPublished(file, context)) {
        this.#publishFile(file, fileDiagnostics(findingsOf(file), context), context);
      }
    }
    this.#clearMissing(context.review.files);
  }

  /** Takes back everything that was published. */
  clear(): void {
    this.#clearMissing(new Map());
  }

  /** A file whose findings and places did not change is the very same object as in the review before. */
  #isPublished(file: FileReview, { documentOf }: ConvertContext): boolean {
    const before = this.#published.get(file.uri);
    if (before?.file !== file) return false;
    const { uri, version } = documentOf(file.uri);
    return before.uri === uri && before.version === version;
  }

  #publishFile(file: FileReview, diagnostics: readonly Diagnostic[], { documentOf }: ConvertContext): void {
    const key = file.uri;
    const { uri, version } = documentOf(key);
    const before = this.#published.get(key);
    const content = JSON.stringify(diagnostics);
    const isOpen = version !== null;
    if (before === undefined && !isOpen && diagnostics.length === 0) return;
    if (before?.uri === uri && before.version === version && before.content === content) {
      this.#published.set(key, { ...before, file });
      return;
    }
    if (before !== undefined && before.uri !== uri) this.#send({ uri: before.uri, diagnostics: [] });
    this.#send({ uri, ...(isOpen ? { version } : {}), diagnostics: [...diagnostics] });
    if (!isOpen && diagnostics.length === 0) this.#published.delete(key);
    else this.#published.set(key, { uri, version, file, content });
  }

  #clearMissing(files: Review['files']): void {
    for (const [key, { uri, content }] of this.#published) {
      if (files.has(key)) continue;
      this.#published.delete(key);
      if (content !== '[]') this.#send({ uri, diagnostics: [] });
    }
  }
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'info'];

/** The diagnostics of one file, in text order; of too many, the worst ones and a note at the top. */
export function fileDiagnostics(findings: readonly ReviewFinding[], context: ConvertContext): readonly Diagnostic[] {
  if (findings.length <= maximumDiagnostics) return findings.map((finding) => toDiagnostic(finding, context));
  const worst = new Set(
    severityOrder
      .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
      .slice(0, maximumDiagnostics),
  );
  const shown = findings.filter((finding) => worst.has(finding)).map((finding) => toDiagnostic(finding, context));
  const note: Diagnostic = {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: 3,
    source: diagnosticSource,
    code: 'plumbline/more-findings',
    message: `${findings.length - maximumDiagnostics} more findings of this file are not shown.`,
  };
  return [note, ...shown];
}
