import type { PrismaDocument, PrismaNode, PrismaSection } from '#core/prisma/model.ts';
import type { NodeKind, NodeOf } from '#core/rule.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { ReadLog, sectionRead, understoodRead } from '#core/work/read-log.ts';
import { isAllUnderstood, isInConflict } from '#core/work/understood.ts';

type PrismaKind = PrismaNode['kind'];

/** The Prisma files that form one schema, looked up by kind and name. */
export class PrismaSchema {
  /** The folder, or the file where several schemas lie in one folder. */
  readonly root: string;
  readonly documents: readonly PrismaDocument[];
  /** Notes what those who ask read. */
  readonly log: ReadLog;
  readonly #byKind = new Map<PrismaKind, PrismaNode[]>();
  readonly #byName = new Map<string, PrismaNode>();

  constructor(root: string, documents: readonly PrismaDocument[], log: ReadLog = new ReadLog()) {
    this.root = root;
    this.documents = documents;
    this.log = log;
    for (const document of documents) {
      for (const section of document.sections) for (const node of section.nodes) this.#add(node);
    }
  }

  /** The first thing of this kind and name; undefined for other kinds of nodes. */
  find<K extends NodeKind>(kind: K, name: string): NodeOf<K> | undefined {
    this.log.note(`name ${this.root} ${kind} ${name}`);
    const node = this.#byName.get(`${kind} ${name}`);
    if (node !== undefined) this.log.note(sectionRead(node.section.id));
    return node !== undefined && isKind(node, kind) ? node : undefined;
  }

  /** The names of a kind of block, sorted. */
  names(kind: NodeKind): readonly string[] {
    this.log.note(`blocks ${this.root} ${kind}`);
    const nodes = isPrismaKind(kind) ? (this.#byKind.get(kind) ?? []) : [];
    return [...new Set(nodes.map((node) => node.name.value))].sort();
  }

  /** Every block of a kind, by file and place; fields are found in their models. */
  all<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    this.log.note(`blocks ${this.root} ${kind}`);
    const nodes = isPrismaKind(kind) ? (this.#byKind.get(kind) ?? []) : [];
    return nodes.filter((node) => isKind(node, kind));
  }

  /** False where some text of it is not understood: what is nowhere may be there. */
  isUnderstood(): boolean {
    this.log.note(understoodRead(this.root));
    return this.documents.every(isAllUnderstood);
  }

  /** True where a file holds two versions of some lines: nobody knows which is meant. */
  get isInConflict(): boolean {
    return this.documents.some(isInConflict);
  }

  /** The keys of reads that may have another answer than in `previous`. */
  staleReads(previous: PrismaSchema): ReadonlySet<string> {
    const stale = new Set<string>();
    const { removed, added, moved } = listDifference(sectionsOf(previous), sectionsOf(this));
    for (const section of [...removed, ...added, ...moved]) {
      stale.add(sectionRead(section.id));
      for (const node of section.nodes) {
        if (node.kind === 'prisma.field') continue;
        stale.add(`name ${this.root} ${node.kind} ${node.name.value}`).add(`blocks ${this.root} ${node.kind}`);
      }
    }
    if (previous.documents.every(isAllUnderstood) !== this.documents.every(isAllUnderstood))
      stale.add(understoodRead(this.root));
    return stale;
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

function sectionsOf({ documents }: PrismaSchema): readonly PrismaSection[] {
  return documents.flatMap(({ sections }) => sections);
}

function isPrismaKind(kind: NodeKind): kind is PrismaKind {
  return kind.startsWith('prisma.');
}

function isKind<K extends NodeKind>(node: PrismaNode, kind: K): node is PrismaNode & NodeOf<K> {
  return node.kind === kind;
}
