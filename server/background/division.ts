import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { DisjointSets } from '#core/project/disjoint-sets.ts';
import type { Source } from '#core/source.ts';
import { kindOfSource, type SourceKind, sourceKindOf } from '#core/source-kind.ts';

/** Which sources each thread is given. */
export interface DividedSources {
  /** Those that the main thread reviews, and reports. */
  readonly foreground: readonly Source[];
  readonly background: readonly Source[];
  /** Uris of sources that both have: the main thread reports them. */
  readonly context: readonly string[];
}

/**
 * Which files the main thread reviews: those that were ever open, and what belongs together with them. A file never goes back
 * to the background, so nothing that is shown has to wait for it. Every file belongs to one thread alone, but for
 * configuration and Prisma schemas: rules look into these from descriptions, and say nothing of them there.
 */
export class Division {
  readonly #foreground = new Set<string>();
  /** What belongs together with each description in the background, as it was found to be at last. */
  #groups: readonly (readonly string[])[] = [];
  #isDivided = false;

  /** False: the main thread reviews everything. */
  get isDivided(): boolean {
    return this.#isDivided;
  }

  /** From now on, what nobody claims is reviewed in the background. */
  divide(): void {
    this.#isDivided = true;
  }

  /** From now on the main thread reviews everything. */
  unite(): void {
    this.#isDivided = false;
  }

  has(uri: string): boolean {
    return !this.#isDivided || this.#foreground.has(canonicalUri(uri));
  }

  /** Takes files to the main thread, and all that is known to belong together with them. False when they were there. */
  claim(uris: Iterable<string>): boolean {
    const before = this.#foreground.size;
    for (const uri of uris) this.#foreground.add(canonicalUri(uri));
    if (this.#foreground.size === before) return false;
    this.#claimGroups();
    return true;
  }

  /** Notes which files the descriptions in the background use. True when some of them belong to the main thread's files. */
  learn(groups: readonly (readonly string[])[]): boolean {
    this.#groups = groups.map((uris) => uris.map(canonicalUri));
    const before = this.#foreground.size;
    this.#claimGroups();
    return this.#foreground.size > before;
  }

  /** The sources of each thread, in the order given. */
  split(sources: readonly Source[]): DividedSources {
    if (!this.#isDivided) return { foreground: sources, background: [], context: [] };
    const needsShared = sources.some((source) => this.has(source.uri) && isCompared(kindOfSource(source)));
    const foreground: Source[] = [];
    const background: Source[] = [];
    const context: string[] = [];
    for (const source of sources) {
      const kind = kindOfSource(source);
      const isForeground = isOwn(kind) || (isLookedInto(kind) ? needsShared : this.has(source.uri));
      const isBackground = kind.role === 'config' || isLookedInto(kind) || !isForeground;
      if (isForeground) foreground.push(source);
      if (isBackground) background.push(source);
      if (isForeground && isBackground) context.push(source.uri);
    }
    return { foreground, background, context };
  }

  #claimGroups(): void {
    const sets = new DisjointSets();
    for (const group of this.#groups) sets.join(group);
    const uris = this.#groups.flat();
    // What refers to a file that both threads have would say something of it.
    for (const uri of uris) if (isShared(uri)) this.#foreground.add(uri);
    const claimed = new Set([...this.#foreground].map((uri) => sets.setOf(uri)));
    for (const uri of uris) if (claimed.has(sets.setOf(uri))) this.#foreground.add(uri);
  }
}

/** True for files that only Plumbline reads. */
function isOwn({ role }: SourceKind): boolean {
  return role === 'config' || role === 'accepted' || role === 'answers';
}

/** True for what rules of other languages look into, and for the settings of that. */
function isLookedInto({ language }: SourceKind): boolean {
  return language?.files.isShared === true;
}

/** True for files that may be compared with those. */
function isCompared(kind: SourceKind): boolean {
  return !isOwn(kind);
}

function isShared(uri: string): boolean {
  const kind = sourceKindOf(uri);
  return isOwn(kind) || isLookedInto(kind);
}
