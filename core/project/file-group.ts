import type { NodeKind, NodeOf, ReviewNode } from '#core/node.ts';
import type { DocumentBase, Section, SectionBase } from '#core/text/section.ts';
import type { Located } from '#core/text/span.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { noteRead } from '#core/work/note-read.ts';
import type { GoesStale } from '#core/work/read.ts';
import { isAllUnderstood, isInConflict } from '#core/work/understood.ts';

/** A view that has a name of its own. */
export interface NamedNode {
  readonly kind: NodeKind;
  readonly name: Located<string>;
  readonly section: SectionBase;
}

/** A section that holds its views. */
export type NodeSection = Section & { readonly nodes: readonly (ReviewNode & NamedNode)[] };

/** A document of such sections. */
export interface NodeDocument extends DocumentBase {
  readonly sections: readonly NodeSection[];
}

/** A name of a thing beside its own, as far as somebody asks which there are; `of` tells its kind. */
export interface OtherName {
  readonly of: string;
  readonly name: string;
}

/** Files that are judged together: a schema that lies in several, or a single file. Their views are looked up by kind and name. */
export class FileGroup<D extends NodeDocument = NodeDocument> {
  /** The folder, or the file where it stands alone. */
  readonly root: string;
  readonly documents: readonly D[];
  readonly #byKind = new Map<NodeKind, NamedNode[]>();
  readonly #byName = new Map<string, NamedNode>();
  /** Asked for by each model. */
  readonly #names = new Map<NodeKind, readonly string[]>();
  readonly #innerKinds: ReadonlySet<NodeKind>;
  readonly #otherNames: (node: NamedNode) => readonly OtherName[];
  readonly #idOf: (node: NamedNode) => string;

  /**
   * `innerKinds`: those of views that are found in others, and by name only there. `otherNames`: what things are called beside their names.
   * `idOf`: the name that a thing is found by, where that is not its own.
   */
  constructor(
    root: string,
    documents: readonly D[],
    innerKinds: ReadonlySet<NodeKind> = new Set(),
    otherNames: (node: NamedNode) => readonly OtherName[] = () => [],
    idOf: (node: NamedNode) => string = ({ name }) => name.value,
  ) {
    this.root = root;
    this.documents = documents;
    this.#innerKinds = innerKinds;
    this.#otherNames = otherNames;
    this.#idOf = idOf;
    for (const { sections } of documents) for (const { nodes } of sections) for (const node of nodes) this.#add(node);
  }

  /** True for a file that belongs to it. */
  has(uri: string): boolean {
    return this.documents.some((document) => document.uri === uri);
  }

  /** The first thing of this kind and name; undefined for other kinds of nodes. `from`: where the name is written, in languages in which that counts. */
  find<K extends NodeKind>(kind: K, name: string, _from?: string): NodeOf<K> | undefined {
    noteRead({ kind: 'name', group: this.root, of: kind, name });
    const node = this.#byName.get(`${kind} ${name}`);
    if (node !== undefined) noteRead({ kind: 'section', id: node.section.id });
    return node !== undefined && isKind(node, kind) ? node : undefined;
  }

  /** The names of a kind of thing, sorted. */
  names(kind: NodeKind): readonly string[] {
    noteRead({ kind: 'names', group: this.root, of: kind });
    const known = this.#names.get(kind) ?? [...new Set(this.#byKind.get(kind)?.map(this.#idOf))].sort();
    this.#names.set(kind, known);
    return known;
  }

  /** Every thing of a kind, by file and place; what is found in others is not among them. */
  all<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    noteRead({ kind: 'roots', group: this.root, of: kind });
    return this.nodesOf(kind);
  }

  /** False where some text of it is not understood: what is nowhere may be there. */
  isUnderstood(): boolean {
    noteRead({ kind: 'understood-group', group: this.root });
    return this.documents.every(isAllUnderstood);
  }

  /** True where a file holds two versions of some lines: nobody knows which is meant. */
  get isInConflict(): boolean {
    return this.documents.some(isInConflict);
  }

  /** What an edit did to it, as far as reads may go stale. */
  changeSince(previous: FileGroup<D>): FileGroupChange {
    const { removed, added, moved } = listDifference(sectionsOf(previous), sectionsOf(this));
    const sections = [...removed, ...added, ...moved];
    const [before, after] = [removed, added].map((changed) => this.#namesOf(this.#named(changed)));
    const isUnderstoodIn = ({ documents }: FileGroup<D>): boolean => documents.every(isAllUnderstood);
    return {
      group: this.root,
      sections,
      named: this.#namesOf(this.#named(sections)),
      renamed: renamedKinds(before ?? [], after ?? []),
      isUnderstoodOtherwise: isUnderstoodIn(previous) !== isUnderstoodIn(this),
    };
  }

  /** The views of a section, as rules see them. */
  seen(section: D['sections'][number]): readonly ReviewNode[] {
    return section.nodes;
  }

  /** As `all`; whoever asks notes what it reads. */
  protected nodesOf<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    return (this.#byKind.get(kind) ?? []).filter((node) => isKind(node, kind));
  }

  #named(sections: readonly NodeSection[]): readonly NamedNode[] {
    return sections.flatMap(({ nodes }) => nodes.filter(({ kind }) => !this.#innerKinds.has(kind)));
  }

  #namesOf(nodes: readonly NamedNode[]): readonly OtherName[] {
    return nodes.flatMap((node) => [{ of: node.kind, name: this.#idOf(node) }, ...this.#otherNames(node)]);
  }

  #add(node: NamedNode): void {
    if (this.#innerKinds.has(node.kind)) return;
    const nodes = this.#byKind.get(node.kind);
    if (nodes === undefined) this.#byKind.set(node.kind, [node]);
    else nodes.push(node);
    const key = `${node.kind} ${this.#idOf(node)}`;
    if (!this.#byName.has(key)) this.#byName.set(key, node);
  }
}

const known = new WeakMap<NodeDocument, FileGroup>();

/** A group of its own for each file; the very same one as long as its document is. */
export function singleFiles(documents: Iterable<NodeDocument>): readonly FileGroup[] {
  return Array.from(documents, (document) => {
    const group = known.get(document) ?? new FileGroup(document.uri, [document]);
    known.set(document, group);
    return group;
  });
}

interface FileGroupChange {
  readonly group: string;
  /** Those that are another object or elsewhere, or new, or gone. */
  readonly sections: readonly SectionBase[];
  /** The names, other ones too, of what stands in those. */
  readonly named: readonly OtherName[];
  /** The kinds of things of which others are called otherwise now. */
  readonly renamed: readonly string[];
  readonly isUnderstoodOtherwise: boolean;
}

/** This read of a group of files goes stale when … */
export const staleInFileGroup: GoesStale<FileGroupChange> = {
  *section({ sections }) {
    for (const { id } of sections) yield { kind: 'section', id };
  },
  *name({ group, named }) {
    for (const { of, name } of named) yield { kind: 'name', group, of, name };
  },
  *names({ group, renamed }) {
    for (const of of renamed) yield { kind: 'names', group, of };
  },
  *roots({ group, named }) {
    for (const { of } of named) yield { kind: 'roots', group, of };
  },
  *'understood-group'({ group, isUnderstoodOtherwise }) {
    if (isUnderstoodOtherwise) yield { kind: 'understood-group', group };
  },
  // Nothing of a section is read but the whole, and nothing refers to files.
  details: undefined,
  usage: undefined,
  file: undefined,
  anywhere: undefined,
  ids: undefined,
  files: undefined,
  'understood-file': undefined,
  'understood-roots': undefined,
  resource: undefined,
  'stray-keys': undefined,
  configuration: undefined,
  elsewhere: undefined,
  mapping: undefined,
};

/** The kinds of which not the same names are in both lists, as often. */
function renamedKinds(before: readonly OtherName[], after: readonly OtherName[]): readonly string[] {
  const counts = new Map<string, { readonly of: string; count: number }>();
  const count = ({ of, name }: OtherName, by: number): void => {
    const key = `${of} ${name}`;
    const known = counts.get(key) ?? { of, count: 0 };
    known.count += by;
    counts.set(key, known);
  };
  for (const each of before) count(each, 1);
  for (const each of after) count(each, -1);
  return [...new Set([...counts.values()].flatMap((each) => (each.count === 0 ? [] : [each.of])))];
}

function sectionsOf<D extends NodeDocument>({ documents }: FileGroup<D>): readonly NodeSection[] {
  return documents.flatMap(({ sections }) => sections);
}

function isKind<K extends NodeKind>(node: NamedNode, kind: K): node is NamedNode & NodeOf<K> {
  return node.kind === kind;
}
