import type { ReviewSettings } from '#core/review-settings.ts';
import type { Source } from '#core/source.ts';
import type {
  BackgroundAnswer,
  BackgroundFile,
  BackgroundOpened,
  BackgroundSource,
} from '#server/background/background-message.ts';
import type { BackgroundThread, StartBackground } from '#server/background/background-thread.ts';
import { Inbox } from '#server/background/inbox.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import type { Platform, Turn } from '#server/platform.ts';
import type { FoundName } from '#server/shown/found-name.ts';
import type { Overview } from '#server/shown/overview.ts';

/** What the background is to review. */
export interface BackgroundTask {
  readonly sources: readonly Source[];
  /** Uris of sources that others are judged with, but that are reported elsewhere. */
  readonly context: readonly string[];
  readonly settings: ReviewSettings;
  readonly shownUri: (uri: string) => string;
}

/** What is done with what the background found. Its next work begins when that is done. */
export interface BackgroundOutput {
  /** Reads the files that are wanted, and takes away what turned out to belong to others. */
  opened(opened: BackgroundOpened): Promise<void>;
  /** Files whose findings changed. */
  reviewed(files: readonly BackgroundFile[]): Promise<void>;
  failed(error: unknown): void;
  /** The thread stopped by itself: nothing is reviewed in the background any more. */
  ended(reason: string): void;
}

/** Whoever writes files faster than they are followed waits for so many rounds; a chain of files that reference files may be as long. */
const maximumRounds = 10_000;

/** The server is deaf while texts are copied for the thread: at most so many UTF-16 units at a time, or one file. */
const copiedAtOnce = 2_000_000;

/** Keeps a thread reviewing: one task after the other, and always the newest. */
export class Background {
  readonly #output: BackgroundOutput;
  readonly #abilities: ClientAbilities;
  readonly #turn: Turn;
  #start: StartBackground | undefined;
  #thread: BackgroundThread | undefined;
  #inbox = new Inbox();
  #task: BackgroundTask | undefined;
  /** What the thread was told last. */
  #told: BackgroundTask | undefined;
  #work: Promise<void> | undefined;
  #overview: Promise<Overview | undefined> | undefined;

  constructor({ background, turn }: Platform, abilities: ClientAbilities, output: BackgroundOutput) {
    this.#start = background?.start;
    this.#turn = turn;
    this.#abilities = abilities;
    this.#output = output;
  }

  /** False where there are no threads, or none any more. */
  get isPossible(): boolean {
    return this.#start !== undefined;
  }

  get isRunning(): boolean {
    return this.#thread !== undefined;
  }

  get isBusy(): boolean {
    return this.#work !== undefined;
  }

  /** Reviews this from now on. The thread is started when there is something to review. */
  update(task: BackgroundTask): void {
    this.#task = task;
    if (this.#work !== undefined || !this.#isNews(task)) return;
    this.#work = this.#reviewNewest()
      .catch((error: unknown) => this.#output.failed(error))
      .finally(() => {
        this.#work = undefined;
        if (this.#task !== undefined) this.update(this.#task);
      });
  }

  /** Resolves when nothing is left to review. Never rejects. */
  async settled(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
  }

  /** What was found; undefined without a thread. */
  overview(): Promise<Overview | undefined> {
    this.#overview ??= this.#askOverview();
    return this.#overview;
  }

  /** What fits a name; nothing without a thread. */
  async find(query: string): Promise<readonly FoundName[]> {
    if (this.#thread === undefined) return [];
    this.#thread.post({ kind: 'find', query });
    return (await this.#inbox.found()) ?? [];
  }

  /** Ends the thread; it is started again when it is needed. */
  stop(): void {
    this.#inbox.close();
    this.#thread?.end();
    this.#thread = undefined;
    this.#told = undefined;
    this.#task = undefined;
    this.#overview = undefined;
  }

  async #reviewNewest(): Promise<void> {
    let isStuck = false;
    for (let round = 1; this.#task !== undefined && (isStuck || this.#isNews(this.#task)); round++) {
      // What is wanted still, although everything was done to get it, is not to be had.
      const isFinal = !this.#isNews(this.#task) || round >= maximumRounds;
      const opened = await this.#tell(this.#task, isFinal);
      if (opened === undefined) return;
      await this.#output.opened(opened);
      isStuck = !opened.goesOn;
      if (isStuck) continue;
      const files = await this.#inbox.files();
      if (files === undefined) return;
      await this.#output.reviewed(files);
      round = 0;
    }
  }

  /** Undefined when the thread ended. */
  async #tell(task: BackgroundTask, isFinal: boolean): Promise<BackgroundOpened | undefined> {
    const before = this.#told;
    this.#told = task;
    this.#overview = undefined;
    const thread = this.#runningThread();
    const known = new Map(before?.sources.map((source) => [source.uri, source]));
    const changed = task.sources.filter((source) => !isSameText(source, known.get(source.uri)));
    for (const part of inParts(changed)) {
      thread?.post({ kind: 'sources', sources: part.map((source) => plainSource(source, task)) });
      await this.#turn();
    }
    for (const { uri } of task.sources) known.delete(uri);
    const { context } = task;
    const { folders, preset, unread } = task.settings;
    const settings = { folders, preset, unread };
    thread?.post({ kind: 'review', removed: [...known.keys()], context, settings, isFinal });
    return this.#inbox.opened();
  }

  #isNews(task: BackgroundTask): boolean {
    const told = this.#told;
    if (told === undefined) return task.sources.length > task.context.length;
    return (
      !isSameList(task.sources, told.sources) ||
      !isSameList(task.context, told.context) ||
      !isSameSettings(task.settings, told.settings)
    );
  }

  #runningThread(): BackgroundThread | undefined {
    if (this.#thread !== undefined) return this.#thread;
    const inbox = new Inbox();
    this.#inbox = inbox;
    this.#thread = this.#start?.(this.#abilities, {
      onAnswer: (answer: BackgroundAnswer) => inbox.add(answer),
      onEnd: (reason) => {
        this.#start = undefined;
        this.stop();
        this.#output.ended(reason);
      },
    });
    return this.#thread;
  }

  async #askOverview(): Promise<Overview | undefined> {
    if (this.#thread === undefined) return undefined;
    this.#thread.post({ kind: 'overview' });
    return this.#inbox.overview();
  }
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function isSameSettings(a: ReviewSettings, b: ReviewSettings): boolean {
  return (
    a.preset === b.preset &&
    isSameList(a.folders, b.folders) &&
    a.unread.size === b.unread.size &&
    [...a.unread].every(([uri, reason]) => b.unread.get(uri) === reason)
  );
}

/** A file that was read again is another object, mostly of the same text. Documents that are open are too quick to compare. */
function isSameText(source: Source, known: Source | undefined): boolean {
  if (known === undefined || source === known) return source === known;
  return source.revision === undefined && known.revision === undefined && source.text === known.text;
}

function plainSource({ uri, text, languageId }: Source, { shownUri }: BackgroundTask): BackgroundSource {
  return { uri, text, languageId, shownUri: shownUri(uri) };
}

function* inParts(sources: readonly Source[]): Iterable<readonly Source[]> {
  let part: Source[] = [];
  let size = 0;
  for (const source of sources) {
    part.push(source);
    size += source.text.length;
    if (size < copiedAtOnce) continue;
    yield part;
    part = [];
    size = 0;
  }
  if (part.length > 0) yield part;
}
