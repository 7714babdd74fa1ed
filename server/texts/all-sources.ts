import { canonicalUri as comparableUri } from '#core/openapi/reference/reference-target.ts';
import type { Source } from '#core/source.ts';
import type { FileAccess } from '#server/platform.ts';
import { DiskFiles } from '#server/texts/disk-files.ts';
import { OpenDocuments } from '#server/texts/open-documents.ts';

/** The texts there are: the editor's where a file is open, the disk's otherwise. */
export class AllSources {
  readonly documents = new OpenDocuments();
  readonly files: DiskFiles;
  #uris: readonly string[] = [];

  constructor(access: FileAccess) {
    this.files = new DiskFiles(access);
  }

  /** Of the texts given out last, sorted. */
  get uris(): readonly string[] {
    return this.#uris;
  }

  /** As they are now, sorted by uri. */
  list(): readonly Source[] {
    const byUri = new Map<string, Source>(this.files.sources);
    for (const source of this.documents.sources) byUri.set(source.uri, source);
    const known = this.#uris;
    const isSameUris = known.length === byUri.size && known.every((uri) => byUri.has(uri));
    this.#uris = isSameUris ? known : [...byUri.keys()].sort();
    return this.#uris.flatMap((uri) => byUri.get(uri) ?? []);
  }

  /** True for a file that is there now. */
  has(uri: string): boolean {
    return this.files.sources.has(uri) || this.documents.has(uri);
  }

  /**
   * Reads files that are asked for, but for those that are there, however their uris are spelled. What a walk of the folders, under way or
   * before it is their turn, leaves out counts as not there.
   */
  async load(wanted: readonly string[]): Promise<void> {
    if (wanted.length === 0) return;
    await this.files.load(() => {
      const { isWalked, sources } = this.files;
      const known = new Set([...this.documents.uris, ...(isWalked ? sources.keys() : [])].map(comparableUri));
      return wanted.filter((uri) => !known.has(comparableUri(uri)));
    });
  }
}
