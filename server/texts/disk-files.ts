import type { Config } from '#core/config/config.ts';
import { configFor, isIncluded } from '#core/config/nearest-config.ts';
import type { Source } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { fileConfigOf } from '#files/file-config.ts';
import { type LoadedSources, loadedSources } from '#files/loaded-sources.ts';
import { isCandidate, isStartingPoint } from '#files/starting-points.ts';
import { canonicalUri, isInFolder } from '#files/uri.ts';
import type { FileAccess } from '#server/platform.ts';

/** What files on disk are like. */
export interface FileCheck {
  /** True where one is not as it was known. */
  readonly isChanged: boolean;
  /** The uris of those in an encoding that neither we nor an editor could keep. */
  readonly inexact: readonly string[];
}

/**
 * The files of the workspace folders as they are on disk, as far as reviews need them. Uris are canonical. Single files are
 * read in the order they were asked for, so that the text read last is the text kept.
 */
export class DiskFiles {
  readonly #access: FileAccess;
  readonly #sources = new Map<string, Source>();
  readonly #unread = new Map<string, UnreadReason>();
  /** Files a review asked for since the folders were walked, whatever their text says. */
  readonly #wanted = new Set<string>();
  /** Files read on their own since the walk under way began: the walk may have seen an older text of them. */
  readonly #readSinceWalk = new Set<string>();
  #folders: readonly string[] = [];
  #walkDone: Promise<void> = Promise.resolve();
  #isWalked = true;
  #walkCount = 0;
  #reads: Promise<unknown> = Promise.resolve();

  constructor(access: FileAccess) {
    this.#access = access;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  get sources(): ReadonlyMap<string, Source> {
    return this.#sources;
  }

  /** As it is now: what comes later is not seen in it. */
  get unread(): ReadonlyMap<string, UnreadReason> {
    return new Map(this.#unread);
  }

  /** Resolves when the folders have been walked, the latest time they were set or read again. */
  get walked(): Promise<void> {
    return this.#walkDone;
  }

  /** False while files may lie in the folders that nobody has looked at. */
  get isWalked(): boolean {
    return this.#isWalked;
  }

  /** Sets the folders and walks them. What was known is kept until the walk is over. */
  setFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders.map((folder) => canonicalUri(folder).replace(/\/$/, ''));
    return this.readAgain();
  }

  /** Walks the folders again. Of overlapping walks only the latest counts. */
  readAgain(): Promise<void> {
    const count = ++this.#walkCount;
    this.#readSinceWalk.clear();
    this.#isWalked = false;
    this.#walkDone = this.#walk(() => count !== this.#walkCount).finally(() => {
      this.#isWalked ||= count === this.#walkCount;
    });
    return this.#walkDone;
  }

  /** Reads files a review asked for, those that are lacking when it is their turn; each is known as a source or as unread afterwards. */
  load(lacking: () => readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const uris = lacking();
      if (uris.length === 0) return;
      const loaded = loadedSources(await this.#access.read(uris, this.#folders));
      for (const uri of uris) {
        this.#wanted.add(uri);
        this.#readSinceWalk.add(uri);
        this.#forget(uri);
      }
      this.#keep(loaded);
    });
  }

  /** Reads files again that were created, changed or deleted. True when that can matter to a review. */
  refresh(uris: readonly string[]): Promise<boolean> {
    return this.#inTurn(async () => {
      const gone = uris.flatMap((uri) => this.#below(uri));
      // A walk forgets a deleted file, so what was known is noted before it.
      const unlike = this.#unlike(uris);
      const wasKnown = unlike.length > 0 || uris.some((uri) => this.#isKnown(uri));
      for (const uri of gone) this.#sources.delete(uri);
      const read = uris.filter((uri) => this.#isKnown(uri) || this.#folders.some((folder) => isCandidate(uri, folder)));
      const isWalked = read.some((uri) => sourceKindOf(uri).role === 'config');
      if (isWalked) await this.readAgain();
      // Why a file cannot be read is found out when a review asks for it again.
      const { sources } = loadedSources(await this.#access.read(read, this.#folders));
      const isIncludedNow = this.#includedNow();
      const isNeeded = ({ uri, text }: Source) =>
        this.#wanted.has(uri) || (isIncludedNow(uri) && isStartingPoint(uri, text));
      // The walk may have taken the place of one that somebody waits for.
      const changed = isWalked || gone.length > 0 || wasKnown || sources.some(isNeeded);
      for (const uri of [...gone, ...read]) this.#readSinceWalk.add(uri);
      for (const uri of [...read, ...unlike]) this.#forget(uri);
      this.#keep({ sources: sources.filter(isNeeded), unread: new Map() });
      return changed;
    });
  }

  /** Looks at files on disk whether they are as they are known here, and can be written back. Those that changed are read again. */
  async check(uris: readonly string[]): Promise<FileCheck> {
    const texts = [...(await this.#access.read(uris, this.#folders))];
    const changed = texts.flatMap(([uri, read]) => {
      const text = read.kind === 'read' ? withoutMark(read.text) : undefined;
      return text === this.#sources.get(uri)?.text ? [] : [uri];
    });
    if (changed.length > 0) await this.refresh(changed);
    const inexact = texts.flatMap(([uri, read]) => (read.kind === 'read' && !read.isExact ? [uri] : []));
    return { isChanged: changed.length > 0, inexact };
  }

  async #walk(isCancelled: () => boolean): Promise<void> {
    const found: LoadedSources[] = [];
    for (const folder of this.#folders) found.push(await this.#access.find(folder, isCancelled));
    if (isCancelled()) return;
    for (const uri of [...this.#sources.keys(), ...this.#unread.keys()]) {
      if (!this.#readSinceWalk.has(uri)) this.#forget(uri);
    }
    for (const { sources, unread } of found) {
      const isUntouched = (uri: string) => !this.#readSinceWalk.has(uri);
      const untouched = sources.filter(({ uri }) => isUntouched(uri));
      this.#keep({ sources: untouched, unread: new Map([...unread].filter(([uri]) => isUntouched(uri))) });
    }
    for (const uri of this.#wanted) if (!this.#readSinceWalk.has(uri)) this.#wanted.delete(uri);
    // When these were read, the configuration may not have been known.
    const isIncludedNow = this.#includedNow();
    for (const uri of this.#readSinceWalk) if (!this.#wanted.has(uri) && !isIncludedNow(uri)) this.#forget(uri);
    this.#readSinceWalk.clear();
  }

  /** Which files a walk would not pass by for the nearest configuration, as those on the disk are known. */
  #includedNow(): (uri: string) => boolean {
    const configs = new Map<string, Config>();
    for (const source of this.#sources.values()) {
      if (sourceKindOf(source.uri).role === 'config') configs.set(source.uri, fileConfigOf(source));
    }
    return (uri) => sourceKindOf(uri).role !== 'text' || isIncluded(uri, configFor(uri, configs, this.#folders));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#reads.then(work);
    this.#reads = result.catch(() => undefined);
    return result;
  }

  #keep({ sources, unread }: LoadedSources): void {
    for (const { uri, text } of sources) {
      this.#sources.set(uri, { uri, text: withoutMark(text) });
      this.#unread.delete(uri);
    }
    for (const [uri, reason] of unread) this.#unread.set(uri, reason);
  }

  #forget(uri: string): void {
    this.#sources.delete(uri);
    this.#unread.delete(uri);
  }

  #isKnown(uri: string): boolean {
    return this.#sources.has(uri) || this.#unread.has(uri);
  }

  /** The files that are not there, though one of these is or was that differs in case alone. */
  #unlike(uris: readonly string[]): readonly string[] {
    const changed = new Set(uris.map((uri) => uri.toLowerCase()));
    return [...this.#unread.keys()].filter((uri) => changed.has(uri.toLowerCase()));
  }

  /** The known files below a folder that was deleted; none for a uri that is named like a file we read. */
  #below(uri: string): readonly string[] {
    if (sourceKindOf(uri).role !== 'other') return [];
    return [...this.#sources.keys()].filter((known) => known !== uri && isInFolder(known, uri));
  }
}

/** Editors show no byte order mark, and count columns without it. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
