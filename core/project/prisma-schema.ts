import type { NodeKind } from '#core/node.ts';
import { mappedName } from '#core/prisma/field.ts';
import type { PrismaDocument, PrismaModel } from '#core/prisma/model.ts';
import { FileGroup, type NamedNode, type OtherName } from '#core/project/file-group.ts';
import { noteRead } from '#core/work/note-read.ts';

/** Fields are found in their models. */
const innerKinds: ReadonlySet<NodeKind> = new Set(['prisma.field']);

/** The name of a model's table where `@@map` gives one. */
export interface TableName {
  readonly model: string;
  readonly table: string;
}

/** The name of a schema of the API that a model is for, as `/// @api Order` above it says; `false`: it is for none. */
export interface ApiName {
  readonly model: string;
  readonly api: string | false;
}

/** The Prisma files that form one schema; its `root` is their folder, or the file where several schemas lie in one folder. */
export class PrismaSchema extends FileGroup<PrismaDocument> {
  #tableNames: readonly TableName[] | undefined;
  #apiNames: readonly ApiName[] | undefined;

  constructor(root: string, documents: readonly PrismaDocument[]) {
    super(root, documents, innerKinds, otherNames);
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

function otherNames(node: NamedNode): readonly OtherName[] {
  return [
    ...tableNames(node).map(({ model, table }) => ({ of: 'table', name: `${model} ${table}` })),
    ...apiNames(node).map(({ model, api }) => ({ of: 'api', name: `${model} ${api}` })),
  ];
}

function tableNames(node: NamedNode): readonly TableName[] {
  const mapped = isModel(node) ? mappedName(node)?.value : undefined;
  return mapped === undefined ? [] : [{ model: node.name.value, table: mapped }];
}

/** `@api Order, OrderDto` on a line of the comment above a model. */
function apiNames(node: NamedNode): readonly ApiName[] {
  const written = isModel(node) ? /^[ \t]*@api[ \t]+(.+)$/m.exec(node.documentation)?.[1] : undefined;
  const names = written?.split(/[\s,]+/).filter((name) => name !== '') ?? [];
  return names.map((name) => ({ model: node.name.value, api: name === 'false' ? false : name }));
}

/** Where things stand makes no difference: only which names there are is read. */
function sortedByText<T extends { readonly model: string }>(names: readonly T[]): readonly T[] {
  return [...names].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function isModel(node: NamedNode): node is PrismaModel {
  return node.kind === 'prisma.model';
}
