import { openWorkspaceSteps } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { judgeSteps, type Review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import type { Steps } from '#core/work/steps.ts';
import { inSlices } from '#server/foreground/in-slices.ts';
import type { ReviewLoop } from '#server/foreground/review-loop.ts';
import type { Turn } from '#server/platform.ts';

/** What is to be reviewed on the main thread, and what becomes of it. */
export interface ForegroundTask {
  readonly settings: () => ReviewSettings;
  readonly isOn: () => boolean;
  /** The newest texts of the files the main thread reviews. */
  readonly sources: () => readonly Source[];
  /** Reads files that are referenced; they are among the sources then, or known as unread. */
  readonly want: (uris: readonly string[]) => Promise<void>;
  /** `isNewest`: nothing has changed since the review began, `milliseconds` ago. */
  readonly reviewed: (review: Review, isNewest: boolean, milliseconds: number) => void;
}

/** After this long without a finished review, one is finished though newer texts are there. */
const longestWait = 1500;

/** Reviews on the main thread, in slices: other events come in between. */
export class Foreground {
  readonly #rulebook: Rulebook;
  readonly #turn: Turn;
  readonly #loop: ReviewLoop;
  readonly #task: ForegroundTask;
  #review: Review | undefined;

  constructor(rulebook: Rulebook, turn: Turn, loop: ReviewLoop, task: ForegroundTask) {
    this.#rulebook = rulebook;
    this.#turn = turn;
    this.#loop = loop;
    this.#task = task;
  }

  /** The latest review that was finished. */
  get review(): Review | undefined {
    return this.#review;
  }

  forget(): void {
    this.#review = undefined;
  }

  /** Opens files until no further one is wanted, then reviews them. */
  async reviewNewest(): Promise<void> {
    let opened: Workspace | undefined;
    const asked = new Set<string>();
    this.#loop.begin();
    for (let isStuck = false; this.#task.isOn(); ) {
      opened = await this.#reviewOnce(opened, isStuck);
      const wanted = opened?.wanted ?? [];
      if (wanted.length === 0 || isStuck) return;
      // What is wanted still, although it was asked for, is not to be had.
      isStuck = wanted.every((uri) => asked.has(uri));
      for (const uri of wanted) asked.add(uri);
      if (!isStuck) await this.#task.want(wanted);
      if (!this.#loop.isOutdated || this.#loop.waiting >= longestWait) continue;
      // What was read may be forgotten again: files come and go, and folders are walked anew. It is asked for once more then.
      this.#loop.begin();
      asked.clear();
      isStuck = false;
    }
  }

  /**
   * A review that newer texts have overtaken is dropped, unless that would go on and on: then it is finished for the next one to
   * build upon, and only that is published. Undefined when it was dropped.
   */
  async #reviewOnce(before: Workspace | undefined, isFinal: boolean): Promise<Workspace | undefined> {
    const start = performance.now();
    const isDropped = () => this.#review !== undefined && this.#loop.isOutdated && this.#loop.waiting < longestWait;
    const result = await inSlices(this.#turn, this.#steps(before, isFinal), isDropped).catch((error: unknown) => {
      // The next one begins from scratch: what failed may have come from what was kept.
      this.forget();
      throw error;
    });
    if (result === undefined || !('run' in result)) return result;
    this.#review = result;
    this.#loop.finish();
    this.#task.reviewed(result, !this.#loop.isOutdated, performance.now() - start);
    return result.workspace;
  }

  *#steps(before: Workspace | undefined, isFinal: boolean): Steps<Workspace | Review> {
    const settings = this.#task.settings();
    const from = before ?? this.#review?.workspace;
    const opened = yield* openWorkspaceSteps(this.#task.sources(), this.#rulebook, settings, from);
    if (opened.wanted.length > 0 && !isFinal) return opened;
    return yield* judgeSteps(opened, this.#rulebook, settings, this.#review);
  }
}
