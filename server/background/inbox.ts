import type { BackgroundAnswer, BackgroundFile, BackgroundOpened } from '#server/background/background-message.ts';
import type { FoundName } from '#server/shown/found-name.ts';
import type { Overview } from '#server/shown/overview.ts';

/** Answers that were given but not asked for yet, and questions that wait. Those of one kind come in the order they were asked. */
export class Inbox {
  readonly #opened = new Mailbox<BackgroundOpened>();
  readonly #reviewed = new Mailbox<readonly BackgroundFile[]>();
  readonly #overviews = new Mailbox<Overview>();
  readonly #found = new Mailbox<readonly FoundName[]>();
  #files: BackgroundFile[] = [];

  add(answer: BackgroundAnswer): void {
    switch (answer.kind) {
      case 'opened':
        this.#opened.add(answer);
        break;
      case 'file':
        this.#files.push(answer.file);
        break;
      case 'reviewed':
        this.#reviewed.add(this.#files);
        this.#files = [];
        break;
      case 'overview':
        this.#overviews.add(answer.overview);
        break;
      case 'found':
        this.#found.add(answer.found);
        break;
      default:
        answer satisfies never;
    }
  }

  /** The answer to a `review`; undefined when the thread ended. So it is with all answers. */
  opened(): Promise<BackgroundOpened | undefined> {
    return this.#opened.next();
  }

  /** The files that a review changed. */
  files(): Promise<readonly BackgroundFile[] | undefined> {
    return this.#reviewed.next();
  }

  overview(): Promise<Overview | undefined> {
    return this.#overviews.next();
  }

  found(): Promise<readonly FoundName[] | undefined> {
    return this.#found.next();
  }

  /** No answer will come any more. */
  close(): void {
    for (const mailbox of [this.#opened, this.#reviewed, this.#overviews, this.#found]) mailbox.close();
  }
}

class Mailbox<T> {
  readonly #mail: T[] = [];
  readonly #waiting: ((item: T | undefined) => void)[] = [];
  #isClosed = false;

  add(item: T): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#mail.push(item);
    else waiting(item);
  }

  next(): Promise<T | undefined> {
    const item = this.#mail.shift();
    if (item !== undefined || this.#isClosed) return Promise.resolve(item);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#isClosed = true;
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
  }
}
