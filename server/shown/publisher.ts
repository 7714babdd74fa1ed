import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Severity } from '#core/rule.ts';
import { failureMessage } from '#core/work/failure.ts';
import { type ConvertContext, diagnosticSource, toDiagnostic } from '#server/shown/convert.ts';
import type { ClientDocument } from '#server/texts/client-document.ts';

/** At most this many findings of a file are published; one more diagnostic says how many there are beyond them. */
export const maximumDiagnostics = 1000;

/** What is known of one file. */
export interface PublishedFile {
  /** Canonical. */
  readonly uri: string;
  /** The same object as long as nothing in the file changed. */
  readonly identity: object;
  readonly write: () => WrittenDiagnostics;
}

export interface WrittenDiagnostics {
  /** The diagnostics as JSON, to see whether they changed. */
  readonly content: string;
  readonly diagnostics: () => Diagnostic[];
}

interface Published extends ClientDocument {
  readonly identity: object;
  readonly content: string;
}

/** Keeps what the client shows equal to the latest reviews: sends what changed, and clears what vanished. */
export class Publisher {
  readonly #send: (params: PublishDiagnosticsParams) => void;
  readonly #published = new Map<string, Published>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /** Sends the file's diagnostics if they or its text changed. `document` is the file as the client has it now. */
  publish({ uri: key, identity, write }: PublishedFile, { uri, version }: ClientDocument): void {
    const before = this.#published.get(key);
    const isSamePlace = before?.uri === uri && before.version === version;
    if (isSamePlace && before.identity === identity) return;
    const { content, diagnostics } = write();
    const isOpen = version !== null;
    const isNothing = !isOpen && content === none;
    if (before === undefined && isNothing) return;
    if (isSamePlace && before.content === content) {
      this.#published.set(key, { ...before, identity });
      return;
    }
    if (before !== undefined && before.uri !== uri) this.#send({ uri: before.uri, diagnostics: [] });
    this.#send({ uri, ...(isOpen ? { version } : {}), diagnostics: diagnostics() });
    if (isNothing) this.#published.delete(key);
    else this.#published.set(key, { uri, version, identity, content });
  }

  /** Takes back what was published of other files than these; without any, of all. */
  keepOnly(isKept: (uri: string) => boolean = () => false): void {
    for (const [key, { uri, content }] of this.#published) {
      if (isKept(key)) continue;
      this.#published.delete(key);
      if (content !== none) this.#send({ uri, diagnostics: [] });
    }
  }
}

const none = '[]';

const severityOrder: readonly Severity[] = ['error', 'warning', 'info'];

/** The diagnostics of one file, in text order; of too many, the worst ones and a note at the top. */
export function fileDiagnostics(findings: readonly ReviewFinding[], context: ConvertContext): readonly Diagnostic[] {
  try {
    return worstDiagnostics(findings, context);
  } catch (error) {
    // One file that cannot be shown must not hide the others.
    const message = failureMessage('show the findings of this file', error);
    return [noteAtTop('plumbline/internal-error', message, 2)];
  }
}

function noteAtTop(code: string, message: string, severity: 2 | 3): Diagnostic {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { range, severity, source: diagnosticSource, code, message };
}

function worstDiagnostics(findings: readonly ReviewFinding[], context: ConvertContext): readonly Diagnostic[] {
  if (findings.length <= maximumDiagnostics) return findings.map((finding) => toDiagnostic(finding, context));
  const worst = new Set(
    severityOrder
      .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
      .slice(0, maximumDiagnostics),
  );
  const shown = findings.filter((finding) => worst.has(finding)).map((finding) => toDiagnostic(finding, context));
  const message = `${findings.length - maximumDiagnostics} more findings of this file are not shown.`;
  return [noteAtTop('plumbline/more-findings', message, 3), ...shown];
}
