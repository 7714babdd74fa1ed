import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { canonicalUri } from '#files/uri.ts';
import type { CursorParams } from '#server/protocol.ts';
import type { ConvertContext } from '#server/shown/convert.ts';
import { CalmFiles } from '#server/typing/calm-files.ts';
import type { Clock } from '#server/typing/clock.ts';
import { isTyping } from '#server/typing/is-typing.ts';
import type { MadeEdit } from '#server/typing/made-edit.ts';
import { OwnEdits } from '#server/typing/own-edits.ts';
import { sectionsAround } from '#server/typing/typed-sections.ts';
import { TypingRun } from '#server/typing/typing-run.ts';

/** What typing has to do with the rest of the session. */
export interface TypingHost {
  /** In milliseconds; 0: nothing waits. */
  readonly rest: () => number;
  /** What waited is to be told; `isNews`: of the files of the main thread something did. */
  readonly onEnd: (isNews: boolean) => void;
}

/**
 * Keeps what is half typed from being reported: what is new waits until the typing has rested, or the cursor has left the sections
 * that are typed in. Whatever is no typing ends the waiting.
 */
export class Typing {
  readonly files: CalmFiles;
  readonly ownEdits = new OwnEdits();
  readonly #host: TypingHost;
  readonly #run: TypingRun;
  #cursor: CursorParams | undefined;

  constructor(clock: Clock, deferredSyntax: ReadonlySet<string>, host: TypingHost) {
    this.#host = host;
    this.#run = new TypingRun(clock, () => this.end());
    this.files = new CalmFiles(this.#run, deferredSyntax);
  }

  get isOn(): boolean {
    return this.#run.isOn;
  }

  /** A document was changed by these changes, which were these edits. */
  changed(uri: string, changes: readonly TextDocumentContentChangeEvent[], edits: readonly MadeEdit[]): void {
    const rest = this.#host.rest();
    const isOwn = this.ownEdits.take(uri, changes);
    if (edits.length === 0) return;
    if (isOwn || rest <= 0 || !isTyping(edits)) {
      this.end();
      return;
    }
    // It is where the last key was pressed, until the client says otherwise.
    this.#cursor = undefined;
    this.#run.typed(uri, edits, rest);
  }

  changedElsewhere(uris: readonly string[]): void {
    this.#run.changedElsewhere(uris);
  }

  isCauseIn(uri: string): boolean {
    return this.#run.isCauseIn(uri);
  }

  moveCursor(cursor: CursorParams): void {
    if (this.#run.isOn) this.#cursor = cursor;
  }

  /** True when the cursor is told to be elsewhere than what is typed. The review has the texts the client has. */
  hasLeft({ review, lines, documentOf }: ConvertContext): boolean {
    const cursor = this.#cursor;
    if (cursor === undefined || !this.#run.isOn || cursor.positions.length === 0) return false;
    const uri = canonicalUri(cursor.uri);
    const place = this.#run.placeIn(uri);
    if (place === undefined) return true;
    // It was told before the last key: that took it there.
    if (documentOf(uri).version !== cursor.version) return false;
    const around = sectionsAround(review, uri, place);
    if (around === undefined) return false;
    const text = lines.of(review, uri);
    const offsets = cursor.positions.map((position) => text.offsetAt(position));
    return offsets.every((offset) => offset < around.start || offset >= around.end);
  }

  /** What waits is told from now on. Without effect when nobody types. */
  end(): void {
    if (!this.#run.isOn) return;
    this.#run.end();
    this.#cursor = undefined;
    this.#host.onEnd(this.files.release());
  }

  /** Nobody waits for anything any more, and nobody is told. */
  dispose(): void {
    this.#run.end();
  }
}
