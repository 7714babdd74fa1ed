import type { GroupReview, GroupTask } from '#cli/group-review.ts';
import type { KnownFiles } from '#cli/known-files.ts';
import type { LanguageFiles } from '#core/language.ts';
import { openApi } from '#core/openapi/language.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { DisjointSets } from '#core/project/disjoint-sets.ts';
import type { Source } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';

/** Following references into another file costs as much as so much text. */
const effortOfFile = 3000;

/** Starting points whose findings depend on each other, and what they probably refer to. */
export interface SourceGroup extends GroupTask {
  /** Tells groups apart. */
  readonly key: string;
  /** What its review is expected to cost, as the length of a text in one file that costs the same. */
  readonly effort: number;
}

/**
 * Which of the sources of a run must be reviewed together: descriptions that share a file, all files that rules of other languages
 * look into (which Prisma files form a schema depends on the others), the descriptions compared with them, and those that may be copies of each other. At first that is a guess by the written
 * `$ref`s; `learn` corrects it by what reviews found, so groups only ever grow together.
 */
export class SourceGroups {
  readonly #sets = new DisjointSets();
  readonly #starts: readonly Source[];
  readonly #files: KnownFiles;
  readonly #isCompared: (rootUri: string) => boolean;

  private constructor(sources: readonly Source[], files: KnownFiles, isCompared: (rootUri: string) => boolean) {
    this.#starts = sources.filter(({ uri }) => sourceKindOf(uri).language !== undefined);
    this.#files = files;
    this.#isCompared = isCompared;
  }

  /** Reads the files that the sources refer to, as far as `writtenReferences` sees them. */
  static async guess(
    sources: readonly Source[],
    files: KnownFiles,
    isCompared: (rootUri: string) => boolean,
  ): Promise<SourceGroups> {
    const groups = new SourceGroups(sources, files, isCompared);
    groups.#join(sources.filter(isShared).map(({ uri }) => uri));
    const others = groups.#starts.filter((source) => !isShared(source));
    groups.#joinCompared(others.map(({ uri }) => uri));
    for (const { uri, text } of others) groups.#join([uri, ...(filesOf(uri)?.writtenNames?.(text) ?? [])]);
    await groups.#follow(others);
    return groups;
  }

  /** The groups as they are known now, the longest work first. */
  list(): readonly SourceGroup[] {
    const fragments = this.#bySet(this.#files.uris());
    const starts = this.#bySet(this.#starts.map(({ uri }) => uri));
    const byUri = new Map(this.#starts.map((source) => [source.uri, source]));
    const groups = [...starts].map(([set, uris]): SourceGroup => {
      const sources = uris.flatMap((uri) => byUri.get(uri) ?? []);
      const own = this.#files.pick((fragments.get(set) ?? []).filter((uri) => !byUri.has(uri)));
      const effort = [...sources, ...own.sources].reduce((sum, { text }) => sum + effortOfFile + text.length, 0);
      return { key: uris.join('\n'), sources, fragments: own, effort };
    });
    return groups.sort((a, b) => b.effort - a.effort);
  }

  /** Joins what the review of a group shows to depend on each other. */
  learn({ sources }: SourceGroup, { roots, used, loaded, titles }: GroupReview): void {
    this.#files.add(loaded);
    this.#join([...sources.map(({ uri }) => uri), ...used]);
    this.#joinCompared(roots);
    for (const [uri, title] of titles) if (title !== undefined) this.#join([uri, `title ${title}`]);
  }

  #join(uris: readonly string[]): void {
    this.#sets.join(uris.map(canonicalUri));
  }

  #joinCompared(rootUris: readonly string[]): void {
    const schema = this.#starts.find((source) => isShared(source) && sourceKindOf(source.uri).role === 'text');
    if (schema !== undefined) this.#join([schema.uri, ...rootUris.filter(this.#isCompared)]);
  }

  async #follow(sources: readonly Source[]): Promise<void> {
    const seen = new Set(sources.map(({ uri }) => canonicalUri(uri)));
    for (let found = sources; found.length > 0; ) {
      const wanted = new Set<string>();
      for (const { uri, text } of found) {
        const targets = [...((filesOf(uri) ?? openApi.files).writtenReferences?.(uri, text) ?? [])];
        this.#join([uri, ...targets]);
        for (const target of targets) if (!seen.has(canonicalUri(target))) wanted.add(target);
      }
      for (const uri of wanted) seen.add(canonicalUri(uri));
      found = (await this.#files.load([...wanted])).sources;
    }
  }

  #bySet(uris: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const sets = new Map<string, string[]>();
    for (const uri of uris) {
      const set = this.#sets.setOf(canonicalUri(uri));
      const known = sets.get(set);
      if (known === undefined) sets.set(set, [uri]);
      else known.push(uri);
    }
    return sets;
  }
}

function filesOf(uri: string): LanguageFiles | undefined {
  return sourceKindOf(uri).language?.files;
}

/** True for what rules of other languages look into, and for the settings of that. */
function isShared({ uri }: Source): boolean {
  return filesOf(uri)?.isShared === true;
}
