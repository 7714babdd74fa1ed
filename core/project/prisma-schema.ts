import type { NodeKind, NodeOf, ReviewNode } from '#core/node.ts';
import { BlockLookup } from '#core/prisma/block-lookup.ts';
import { bareName, blockId } from '#core/prisma/block-name.ts';
import { mappedName } from '#core/prisma/field.ts';
import type { PrismaDocument, PrismaModel, PrismaNode, PrismaSection } from '#core/prisma/model.ts';
import type { NamedBlock } from '#core/prisma/named-block.ts';
import { isPrismaKind } from '#core/prisma/prisma-kinds.ts';
import { FileGroup, type NamedNode, type OtherName } from '#core/project/file-group.ts';
import { mayHaveNamedTypes, type NamedTypeSource, seenView } from '#core/project/seen-views.ts';
import type { SectionBase } from '#core/text/section.ts';
import { noteRead, noteReads, recordReads } from '#core/work/note-read.ts';

/** Fields are found in their models. */
const innerKinds: ReadonlySet<NodeKind> = new Set(['prisma.field']);

/** The name of a model's table where `@@map` gives one. */
export interface TableName {
  /** Its `blockId`. */
  readonly model: string;
  readonly table: string;
}

/** The name of a schema of the API that a model is for, as `/// @api Order` above it says; `false`: it is for none. */
export interface ApiName {
  /** Its `blockId`. */
  readonly model: string;
  readonly api: string | false;
}

/** The Prisma files that form one schema; its `root` is their folder, or the file where several schemas lie in one folder. */
export class PrismaSchema extends FileGroup<PrismaDocument> {
  #tableNames: readonly TableName[] | undefined;
  #apiNames: readonly ApiName[] | undefined;
  /** What types may name. */
  #typed: BlockLookup<TypedBlock> | undefined;
  /** What a type names is looked up as it is written: a model may have a field whose type stands for that model. */
  readonly #source: NamedTypeSource = {
    find: (kind, name, from) => this.#written(kind, name, from),
    names: (kind) => this.names(kind),
  };
  /** Views as rules see them, and what was read for that: they are asked for again and again. */
  readonly #views = new Map<PrismaNode, ReturnType<typeof recordReads<PrismaNode>>>();

  constructor(root: string, documents: readonly PrismaDocument[]) {
    super(root, documents, innerKinds, otherNames, idOf);
  }

  /** As documented at `Scope.find`, and with `from` at `BlockLookup`. */
  override find<K extends NodeKind>(kind: K, name: string, from?: string): NodeOf<K> | undefined {
    const node = this.#written(kind, name, from);
    return node && this.#seen(node);
  }

  override all<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    return super.all(kind).map((node) => this.#seen(node));
  }

  override seen(section: PrismaSection): readonly PrismaNode[] {
    return section.nodes.map((node) => this.#seen(node));
  }

  /** The same as it is written. */
  #written<K extends NodeKind>(kind: K, name: string, from?: string): NodeOf<K> | undefined {
    if (from === undefined) return super.find(kind, name);
    noteRead({ kind: 'name', group: this.root, of: bareNames, name: bareName(name) });
    this.#typed ??= new BlockLookup(namedKinds.flatMap((each): readonly TypedBlock[] => this.nodesOf(each)));
    const block = this.#typed.meant(name, from).find((each) => each.kind === kind);
    return block && super.find(kind, blockId(block));
  }

  #seen<T extends ReviewNode>(node: T): T {
    if (!isPrismaNode(node) || !mayHaveNamedTypes(node)) return node;
    const known = this.#views.get(node) ?? recordReads(() => seenView(node, this.#source));
    // Where nothing is noted, what was read is not known to those who come later.
    if (known.reads.size > 0) this.#views.set(node, known);
    noteReads(known.reads);
    // What is kept of a view is that view.
    return known.result as T;
  }

  /** Sorted by their texts. */
  tableNames(): readonly TableName[] {
    noteRead({ kind: 'names', group: this.root, of: 'table' });
    this.#tableNames ??= sortedByText(this.nodesOf('prisma.model').flatMap(tableNames));
    return this.#tableNames;
  }

  /** Sorted by their texts. */
  apiNames(): readonly ApiName[] {
    noteRead({ kind: 'names', group: this.root, of: 'api' });
    this.#apiNames ??= sortedByText(this.nodesOf('prisma.model').flatMap(apiNames));
    return this.#apiNames;
  }
}

type TypedBlock = NamedBlock | NodeOf<'prisma.extension-block'>;

const namedKinds = [
  'prisma.model',
  'prisma.type',
  'prisma.enum',
  'prisma.named-type',
  'prisma.extension-block',
] as const satisfies readonly TypedBlock['kind'][];

/** What types of fields call things, wherever these stand. */
const bareNames = 'bare';

/** What there is that types of Prisma 8 may mean: which of several that is depends on all of them. */
export const typedNames = 'typed';

function idOf({ name, section }: NamedNode): string {
  return isPrismaSection(section) ? blockId({ name, section }) : name.value;
}

function isPrismaNode<T extends ReviewNode>(node: T): node is T & PrismaNode {
  return isPrismaKind(node.kind);
}

function isPrismaSection(section: SectionBase): section is PrismaSection {
  return section.kind === 'prisma';
}

function otherNames(node: NamedNode): readonly OtherName[] {
  return [
    { of: bareNames, name: node.name.value },
    ...(isPrismaSection(node.section) && node.section.dialect === 'prisma8'
      ? [{ of: typedNames, name: `${node.kind} ${idOf(node)}` }]
      : []),
    ...tableNames(node).map(({ model, table }) => ({ of: 'table', name: `${model} ${table}` })),
    ...apiNames(node).map(({ model, api }) => ({ of: 'api', name: `${model} ${api}` })),
  ];
}

function tableNames(node: NamedNode): readonly TableName[] {
  const mapped = isModel(node) ? mappedName(node)?.value : undefined;
  return mapped === undefined ? [] : [{ model: idOf(node), table: mapped }];
}

/** `@api Order, OrderDto` on a line of the comment above a model. */
function apiNames(node: NamedNode): readonly ApiName[] {
  const written = isModel(node) ? /^[ \t]*@api[ \t]+(.+)$/m.exec(node.documentation)?.[1] : undefined;
  const names = written?.split(/[\s,]+/).filter((name) => name !== '') ?? [];
  return names.map((name) => ({ model: idOf(node), api: name === 'false' ? false : name }));
}

/** Where things stand makes no difference: only which names there are is read. */
function sortedByText<T extends { readonly model: string }>(names: readonly T[]): readonly T[] {
  return [...names].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function isModel(node: NamedNode): node is PrismaModel {
  return node.kind === 'prisma.model';
}
