import type { GatheredSources } from '#cli/gather-sources.ts';
import type { KnownFiles } from '#cli/known-files.ts';
import type { UnreadReason } from '#core/review.ts';
import { type Review, review } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';

/** The files of one run and how they are judged. Reads referenced files as the review asks for them. */
export class ReviewSession {
  readonly #sources: Map<string, Source>;
  readonly #unread: Map<string, UnreadReason>;
  readonly #folders: readonly string[];
  readonly #rulebook: Rulebook;
  readonly #files: KnownFiles;
  #previous: Review | undefined;

  constructor(
    { sources, unread, folders }: Pick<GatheredSources, 'sources' | 'unread' | 'folders'>,
    rulebook: Rulebook,
    files: KnownFiles,
  ) {
    this.#sources = new Map(sources.map((source) => [source.uri, source]));
    this.#unread = new Map(unread);
    this.#folders = folders;
    this.#rulebook = rulebook;
    this.#files = files;
  }

  /** Reviews until no further file is referenced. */
  async review(): Promise<Review> {
    for (;;) {
      const settings = { folders: this.#folders, preset: 'recommended', unread: this.#unread };
      const current = review([...this.#sources.values()], this.#rulebook, settings, this.#previous);
      this.#previous = current;
      const missing = current.wanted.filter((uri) => !this.#sources.has(uri) && !this.#unread.has(uri));
      if (missing.length === 0) return current;
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
