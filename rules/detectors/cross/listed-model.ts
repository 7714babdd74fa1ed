import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope } from '#core/rule.ts';
import { foundOnce } from '#core/work/note-read.ts';
import { type ListParent, listParents } from '#rules/detectors/cross/list-parents.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';
import { tenantColumns } from '#rules/detectors/cross/tenant-column.ts';
import { listedThing } from '#rules/detectors/openapi/bounded-list.ts';
import { listBody } from '#rules/detectors/openapi/collection.ts';
import { isGrowing } from '#rules/detectors/openapi/growing-list.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { lookupNames } from '#rules/words/lookup-names.ts';
import { listedElsewhere } from '#rules/words/stored-elsewhere.ts';

/** A list of the rows of a table that may hold many. */
export interface ListedModel {
  readonly items: Schema;
  readonly model: PrismaModel;
  /** The columns that say whose rows are listed: those of the path, else the tenant by which the table is parted. */
  readonly owners: readonly string[];
  /** True for the rows of one item that are more every day: they are listed along a time. */
  readonly isOfItem: boolean;
}

/** What a GET lists, where it is many rows of a table: all of it, those of a tenant, or those of an item that are more every day. */
export function listedModel(operation: Operation, scope: DatabaseScope): ListedModel | undefined {
  return foundOnce(listedModel, operation, () => readList(operation, scope));
}

function readList(operation: Operation, scope: DatabaseScope): ListedModel | undefined {
  const items = operation.origin === 'path' ? listedItems(operation, scope) : undefined;
  const model = items && (scope.modelFor(items, operation.path) ?? manyOf(operation.path, scope));
  if (items === undefined || model === undefined || !isTable(model) || isLookupModel(model, scope)) return undefined;
  if (lookups.has(listedThing(operation.path)) || commentsSay(model.section.text, listedElsewhere)) return undefined;
  const parents = listParents(operation.path, model);
  const isOfItem = parents.some(({ isTenant }) => !isTenant);
  if (isOfItem && !isManyOfOne(operation, items, parents, scope)) return undefined;
  const columns = parents.flatMap(({ column }) => column ?? []);
  return { items, model, owners: columns.length > 0 ? columns : tenantColumns(model), isOfItem };
}

/** What other bodies of the collection tell of it. */
function manyOf(path: string, scope: DatabaseScope): PrismaModel | undefined {
  const match = scope.modelOfPath(path);
  return match?.names === 'many' ? match.model : undefined;
}

const lookups: ReadonlySet<string> = new Set(lookupNames);

/** An item has few of most things. */
function isManyOfOne(
  operation: Operation,
  items: Schema,
  parents: readonly ListParent[],
  scope: DatabaseScope,
): boolean {
  if (parents.some(({ column }) => column === undefined)) return false;
  const list = listBody(operation, scope) ?? {
    array: items,
    items,
    envelope: undefined,
    holder: undefined,
    property: undefined,
  };
  return isGrowing(operation, list, scope);
}
