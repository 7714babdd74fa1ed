import type { Source } from '#core/source.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { loadSources } from '#files/load-sources.ts';
import type { LoadedSources } from '#files/loaded-sources.ts';

/** The referenced files of one run: each is read at most once. */
export class KnownFiles {
  readonly #folders: readonly string[];
  readonly #sources = new Map<string, Source>();
  readonly #unread = new Map<string, UnreadReason>();

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Takes over what was read elsewhere. */
  add({ sources, unread }: LoadedSources): void {
    for (const source of sources) this.#sources.set(source.uri, source);
    for (const [uri, reason] of unread) this.#unread.set(uri, reason);
  }

  /** As `loadSources`, but for files already known. */
  async load(uris: readonly string[]): Promise<LoadedSources> {
    const missing = uris.filter((uri) => !this.#sources.has(uri) && !this.#unread.has(uri));
    if (missing.length > 0) this.add(await loadSources(missing, this.#folders));
    return this.pick(uris);
  }

  /** What is known of these files. */
  pick(uris: Iterable<string>): LoadedSources {
    const sources: Source[] = [];
    const unread = new Map<string, UnreadReason>();
    for (const uri of uris) {
      const source = this.#sources.get(uri);
      const reason = this.#unread.get(uri);
      if (source !== undefined) sources.push(source);
      if (reason !== undefined) unread.set(uri, reason);
    }
    return { sources, unread };
  }

  /** The uris of all known files, those that could not be read too. */
  uris(): readonly string[] {
    return [...this.#sources.keys(), ...this.#unread.keys()];
  }

  textOf(uri: string): string | undefined {
    return this.#sources.get(uri)?.text;
  }
}
