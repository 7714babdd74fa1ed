import type { SectionExtract } from '#core/openapi/description/section-extract.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { NamedThing } from '#core/openapi/read/read-part.ts';
import { methodsOf } from '#core/openapi/spec/methods.ts';
import { copyOf } from '#core/text/copy-of.ts';
import { entriesOf, findEntry, type TreeNode } from '#core/tree/tree.ts';
import { isUnderstood } from '#core/work/understood.ts';

/** All that the resource model keeps of a path item. */
export interface PathFact {
  /** As written. */
  readonly path: string;
  /** In small letters, sorted; undefined where not all of them are known. */
  readonly methods: readonly string[] | undefined;
}

/** A path item of a section. */
export interface PathSource {
  readonly definition: NamedThing;
  readonly fact: PathFact;
  /** True where a `$ref` stands in it: then more may belong to it. */
  readonly refers: boolean;
}

/** The path items of a section; the very same list for the same extract. */
export function pathSources(extract: SectionExtract, version: OpenApiVersion): readonly PathSource[] {
  if (!extract.definitions.some(isPath)) return [];
  const known = sourcesOf.get(extract);
  if (known !== undefined) return known;
  const isKnown = isUnderstood(extract.section);
  const sources = extract.definitions.filter(isPath).map((definition): PathSource => {
    const { tree } = definition.place;
    const methods = isKnown ? writtenMethods(tree, version) : undefined;
    return { definition, fact: pathFact(definition.name, methods), refers: findEntry(tree, '$ref') !== undefined };
  });
  sourcesOf.set(extract, sources);
  return sources;
}

/** A component with a path item in it has no slash in its name. */
function isPath({ kind, name }: NamedThing): boolean {
  return kind === 'openapi.path-item' && name.startsWith('/');
}

const sourcesOf = new WeakMap<SectionExtract, readonly PathSource[]>();

/** Nothing in it holds the text of the file. */
export function pathFact(path: string, methods: readonly string[] | undefined): PathFact {
  return { path: copyOf(path), methods: methods && [...new Set(methods)].sort() };
}

/** The methods that a path item has a field for, in small letters. */
export function writtenMethods(tree: TreeNode, version: OpenApiVersion): readonly string[] {
  return entriesOf(tree).flatMap(({ key, value }) => {
    const name = key.value;
    if (version === '3.2' && name === 'additionalOperations')
      return entriesOf(value).map((entry) => copyOf(entry.key.value.toLowerCase()));
    return fixedMethods.get(name) ?? (version === '3.2' && name === 'query' ? ['query'] : []);
  });
}

/** Those with a field of their own since 2.0 or 3.0. */
const fixedMethods: ReadonlyMap<string, readonly string[]> = new Map(
  [...methodsOf('3.0')].map((method) => [method, [method]]),
);

/** Facts with the same one say the same. */
export function factKey({ path, methods }: PathFact): string {
  return `${methods?.join(' ') ?? '?'}\n${path}`;
}
