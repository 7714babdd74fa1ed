import { type Diagnostic, type Disposable, languages, type Uri } from 'vscode';
import type { LanguageClient, Middleware } from 'vscode-languageclient/node';
import { besideComplaints, complainedLines } from '#client/prisma-complaints.ts';

/**
 * Where Prisma's own extension reports something in a line of a schema, findings of ours are not shown there: the same line is told once.
 * They come back when Prisma is content.
 */
export class BesidePrisma implements Disposable {
  /** What the server found, by the uri of the schema's file. */
  readonly #found = new Map<string, Diagnostic[]>();
  /** The lines that were left out last. */
  readonly #lines = new Map<string, string>();
  readonly #isOn: () => boolean;
  readonly #listener: Disposable;
  #client: LanguageClient | undefined;

  /** `isOn`: whether Prisma's problems are left to its extension. */
  constructor(isOn: () => boolean) {
    this.#isOn = isOn;
    this.#listener = languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) this.#update(uri);
    });
  }

  readonly handleDiagnostics: NonNullable<Middleware['handleDiagnostics']> = (uri, diagnostics, next) => {
    if (!uri.path.endsWith('.prisma')) return next(uri, diagnostics);
    this.#found.set(uri.toString(), diagnostics);
    next(uri, this.#shown(uri, diagnostics));
  };

  /** The client whose findings these are. */
  attach(client: LanguageClient): void {
    this.#client = client;
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #update(uri: Uri): void {
    const found = this.#found.get(uri.toString());
    const before = this.#lines.get(uri.toString()) ?? '';
    if (found === undefined) return;
    const shown = this.#shown(uri, found);
    // What is set here brings this about again.
    if (this.#lines.get(uri.toString()) !== before) this.#client?.diagnostics?.set(uri, shown);
  }

  #shown(uri: Uri, found: readonly Diagnostic[]): Diagnostic[] {
    const lines = this.#isOn() ? complainedLines(languages.getDiagnostics(uri)) : new Set<number>();
    this.#lines.set(uri.toString(), [...lines].sort((a, b) => a - b).join());
    return besideComplaints(found, lines);
  }
}
