import type { GatheredSources } from '#cli/gather-sources.ts';
import type { KnownFiles } from '#cli/known-files.ts';
import type { Base } from '#core/change/base.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { judgeSteps, type Review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { finish } from '#core/work/steps.ts';
import { today } from '#files/today.ts';

/** Opens what the files of a workspace were; undefined where there is nothing to compare with. */
export type OpenBase = (today: Workspace, settings: ReviewSettings) => Promise<Base | undefined>;

/** The files of one run and how they are judged. Reads referenced files as the review asks for them. */
export class ReviewSession {
  readonly #sources: Map<string, Source>;
  readonly #unread: Map<string, UnreadReason>;
  readonly #folders: readonly string[];
  readonly #rulebook: Rulebook;
  readonly #files: KnownFiles;
  readonly #openBase: OpenBase | undefined;
  #base: Base | undefined;
  #previous: Review | undefined;

  constructor(
    { sources, unread, folders }: Pick<GatheredSources, 'sources' | 'unread' | 'folders'>,
    rulebook: Rulebook,
    files: KnownFiles,
    openBase?: OpenBase,
  ) {
    this.#sources = new Map(sources.map((source) => [source.uri, source]));
    this.#unread = new Map(unread);
    this.#folders = folders;
    this.#rulebook = rulebook;
    this.#files = files;
    this.#openBase = openBase;
  }

  get settings(): ReviewSettings {
    const base = this.#base && { base: this.#base };
    return { folders: this.#folders, preset: 'recommended', unread: this.#unread, today: today(), ...base };
  }

  /** Opens files until no further one is referenced, then reviews them; `isLast` where that is all the session is for. */
  async review({ isLast = false } = {}): Promise<Review> {
    for (let opened = this.#previous?.workspace; ; ) {
      const settings = { ...this.settings, isLast };
      opened = openWorkspace([...this.#sources.values()], this.#rulebook, settings, opened);
      const missing = opened.wanted.filter((uri) => !this.#sources.has(uri) && !this.#unread.has(uri));
      if (missing.length === 0) {
        this.#base ??= await this.#openBase?.(opened, settings);
        this.#previous = finish(judgeSteps(opened, this.#rulebook, { ...this.settings, isLast }, this.#previous));
        return this.#previous;
      }
      const loaded = await this.#files.load(missing);
      for (const source of loaded.sources) this.#sources.set(source.uri, source);
      for (const [uri, reason] of loaded.unread) this.#unread.set(uri, reason);
    }
  }

  /** Gives a file another text for the next review. */
  replace(uri: string, text: string): void {
    const source = this.#sources.get(uri);
    this.#sources.set(uri, { ...source, uri, text });
  }
}
