import type { BaseTexts, NoBase } from '#files/base/base-texts.ts';
import type { LoadedSources } from '#files/loaded-sources.ts';
import type { ReadText } from '#files/read-source.ts';
import type { HeapPace } from '#files/tune-v8.ts';
import type { BackgroundPlan } from '#server/background/background-thread.ts';
import type { Clock } from '#server/typing/clock.ts';

/** What the server needs of whatever it runs on: Node, or a worker of a browser. */
export interface Platform {
  readonly files: FileAccess;
  /** Resolves when other events have had their turn. */
  readonly turn: Turn;
  readonly clock: Clock;
  /** Undefined: everything is reviewed on this thread. */
  readonly background?: BackgroundPlan | undefined;
  /** The texts of a commit of the repository a folder lies in; `ref` as `openGitBase` has it. Undefined: nothing is compared with what it was. */
  readonly openBase?: OpenBaseTexts | undefined;
  /** Undefined: the heap grows as it likes. */
  readonly heapPace?: HeapPace | undefined;
}

export type OpenBaseTexts = (folder: string, ref: string | undefined) => Promise<BaseTexts | NoBase>;

export type Turn = () => Promise<void>;

/** Reads files within folders; uris are canonical. Never rejects. */
export interface FileAccess {
  /** What a review of a folder starts from. What was found until `isCancelled` says so is given. */
  find(folder: string, isCancelled: () => boolean): Promise<LoadedSources>;
  /** Files within some folders, each under the spelling that was given: their texts, or why there is none. */
  read(uris: readonly string[], folders: readonly string[]): Promise<ReadonlyMap<string, ReadText>>;
}
