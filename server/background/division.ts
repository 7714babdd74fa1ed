import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { DisjointSets } from '#core/project/disjoint-sets.ts';
import { type Source, type SourceKind, sourceKindOf } from '#core/source.ts';

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
    const needsPrisma = sources.some((source) => this.has(source.uri) && comparedKinds.has(kindOf(source)));
    const foreground: Source[] = [];
    const background: Source[] = [];
    const context: string[] = [];
    for (const source of sources) {
      const kind = kindOf(source);
      const isPrisma = prismaKinds.has(kind);
      const isForeground = ownKinds.has(kind) || (isPrisma ? needsPrisma : this.has(source.uri));
      const isBackground = kind === 'config' || isPrisma || !isForeground;
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

const prismaKinds: ReadonlySet<SourceKind> = new Set(['prisma', 'prisma-config']);
const ownKinds: ReadonlySet<SourceKind> = new Set(['config', 'answers']);
/** The kinds that a Prisma schema must be there for. */
const comparedKinds: ReadonlySet<SourceKind> = new Set(['tree', 'other', ...prismaKinds]);

const kinds = new WeakMap<Source, SourceKind>();

/** Asked for every file at every edit. */
function kindOf(source: Source): SourceKind {
  const kind = kinds.get(source) ?? sourceKindOf(source.uri, source.languageId);
  kinds.set(source, kind);
  return kind;
}

function isShared(uri: string): boolean {
  const kind = sourceKindOf(uri);
  return ownKinds.has(kind) || prismaKinds.has(kind);
}
