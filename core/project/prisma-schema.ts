import type { PrismaDocument, PrismaNode } from '#core/prisma/model.ts';
import type { NodeKind, NodeOf } from '#core/rule.ts';

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
    const node = this.#byName.get(`${kind} ${name}`);
    return node !== undefined && isKind(node, kind) ? node : undefined;
  }

  /** The names of a kind, sorted. */
  names(kind: NodeKind): readonly string[] {
    const nodes = isPrismaKind(kind) ? (this.#byKind.get(kind) ?? []) : [];
    return [...new Set(nodes.map((node) => node.name.value))].sort();
  }

  /** Everything of a kind, by file and place. */
  all<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    const nodes = isPrismaKind(kind) ? (this.#byKind.get(kind) ?? []) : [];
    return nodes.filter((node) => isKind(node, kind));
  }

  #add(node: PrismaNode): void {
    const nodes = this.#byKind.get(node.kind);
    if (nodes === undefined) this.#byKind.set(node.kind, [node]);
    else nodes.push(node);
    const key = `${node.kind} ${node.name.value}`;
    if (node.kind !== 'prisma.field' && !this.#byName.has(key)) this.#byName.set(key, node);
  }
}

function isPrismaKind(kind: NodeKind): kind is PrismaKind {
  return kind.startsWith('prisma.');
}

function isKind<K extends NodeKind>(node: PrismaNode, kind: K): node is PrismaNode & NodeOf<K> {
  return node.kind === kind;
}
