import type { PrismaDocument, PrismaNode, PrismaSection } from '#core/prisma/model.ts';
import type { NodeKind, NodeOf } from '#core/rule.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { noteRead } from '#core/work/note-read.ts';
import type { GoesStale } from '#core/work/read.ts';
import { isAllUnderstood, isInConflict } from '#core/work/understood.ts';

type PrismaKind = PrismaNode['kind'];

/** The Prisma files that form one schema, looked up by kind and name. */
export class PrismaSchema {
  /** The folder, or the file where several schemas lie in one folder. */
  readonly root: string;
  readonly documents: readonly PrismaDocument[];
  readonly #byKind = new Map<PrismaKind, PrismaNode[]>();
  readonly #byName = new Map<string, PrismaNode>();

  constructor(root: string, documents: readonly PrismaDocument[]) {
    this.root = root;
    this.documents = documents;
    for (const document of documents) {
      for (const section of document.sections) for (const node of section.nodes) this.#add(node);
    }
  }

  /** The first thing of this kind and name; undefined for other kinds of nodes. */
  find<K extends NodeKind>(kind: K, name: string): NodeOf<K> | undefined {
    noteRead({ kind: 'name', group: this.root, of: kind, name });
    const node = this.#byName.get(`${kind} ${name}`);
    if (node !== undefined) noteRead({ kind: 'section', id: node.section.id });
    return node !== undefined && isKind(node, kind) ? node : undefined;
  }

  /** The names of a kind of block, sorted. */
  names(kind: NodeKind): readonly string[] {
    noteRead({ kind: 'names', group: this.root, of: kind });
    const nodes = isPrismaKind(kind) ? (this.#byKind.get(kind) ?? []) : [];
    return [...new Set(nodes.map((node) => node.name.value))].sort();
  }

  /** Every block of a kind, by file and place; fields are found in their models. */
  all<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    noteRead({ kind: 'roots', group: this.root, of: kind });
    const nodes = isPrismaKind(kind) ? (this.#byKind.get(kind) ?? []) : [];
    return nodes.filter((node) => isKind(node, kind));
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
  changeSince(previous: PrismaSchema): SchemaChange {
    const { removed, added, moved } = listDifference(sectionsOf(previous), sectionsOf(this));
    const isUnderstoodIn = ({ documents }: PrismaSchema): boolean => documents.every(isAllUnderstood);
    return {
      group: this.root,
      sections: [...removed, ...added, ...moved],
      isUnderstoodOtherwise: isUnderstoodIn(previous) !== isUnderstoodIn(this),
    };
  }

  #add(node: PrismaNode): void {
    if (node.kind === 'prisma.field') return;
    const nodes = this.#byKind.get(node.kind);
    if (nodes === undefined) this.#byKind.set(node.kind, [node]);
    else nodes.push(node);
    const key = `${node.kind} ${node.name.value}`;
    if (!this.#byName.has(key)) this.#byName.set(key, node);
  }
}

interface SchemaChange {
  readonly group: string;
  /** Those that are another object or elsewhere, or new, or gone. */
  readonly sections: readonly PrismaSection[];
  readonly isUnderstoodOtherwise: boolean;
}

/** This read of a Prisma schema goes stale when … */
export const staleInSchema: GoesStale<SchemaChange> = {
  *section({ sections }) {
    for (const { id } of sections) yield { kind: 'section', id };
  },
  *name({ group, sections }) {
    for (const { kind: of, name } of blocksOf(sections)) yield { kind: 'name', group, of, name: name.value };
  },
  *names({ group, sections }) {
    for (const { kind: of } of blocksOf(sections)) yield { kind: 'names', group, of };
  },
  *roots({ group, sections }) {
    for (const { kind: of } of blocksOf(sections)) yield { kind: 'roots', group, of };
  },
  *'understood-group'({ group, isUnderstoodOtherwise }) {
    if (isUnderstoodOtherwise) yield { kind: 'understood-group', group };
  },
  // Nothing of a block is read but the whole, and nothing refers to files.
  details: undefined,
  usage: undefined,
  file: undefined,
  anywhere: undefined,
  ids: undefined,
  files: undefined,
  'understood-file': undefined,
  'understood-roots': undefined,
  'stray-keys': undefined,
  configuration: undefined,
};

function blocksOf(sections: readonly PrismaSection[]): readonly PrismaNode[] {
  return sections.flatMap(({ nodes }) => nodes.filter(({ kind }) => kind !== 'prisma.field'));
}

function sectionsOf({ documents }: PrismaSchema): readonly PrismaSection[] {
  return documents.flatMap(({ sections }) => sections);
}

function isPrismaKind(kind: NodeKind): kind is PrismaKind {
  return kind.startsWith('prisma.');
}

function isKind<K extends NodeKind>(node: PrismaNode, kind: K): node is PrismaNode & NodeOf<K> {
  return node.kind === kind;
}
