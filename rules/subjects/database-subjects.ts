import { type RowSubject, rowSubject } from '#core/checklist/evidence.ts';
import { isScalarType } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import {
  columnValues,
  concurrency,
  contractMatchesDatabase,
  databaseChanges,
  databaseNames,
  foreignKeys,
  idempotentConsumers,
  indexes,
  keysAndConstraints,
  longRunningWork,
  normalisation,
  rowKeys,
  schemaSettings,
  secrets,
  softDelete,
  storeFit,
  tenantRows,
  timestamps,
} from '#rules/checklist.ts';
import { requestSubject, responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';
import { toldSoftDelete } from '#rules/detectors/cross/told-soft-delete.ts';
import { isCacheModel } from '#rules/detectors/prisma/cache-model.ts';
import { edgeBetween, manyToItself } from '#rules/detectors/prisma/graph-model.ts';
import { idempotencyKeyOf, isIdempotencyModel } from '#rules/detectors/prisma/idempotency-key.ts';
import { joinColumnsOf } from '#rules/detectors/prisma/join-model.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { outboxOf } from '#rules/detectors/prisma/outbox-model.ts';
import { isSecretColumn } from '#rules/detectors/prisma/plain-secret.ts';
import { processedEventOf } from '#rules/detectors/prisma/processed-event.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { tenantColumnsOf } from '#rules/detectors/prisma/tenant-column.ts';
import { creationTimeOf, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { undeclaredTarget } from '#rules/detectors/prisma/undeclared-target.ts';
import { isOutgoingDelivery } from '#rules/detectors/prisma/webhook-delivery.ts';

/** What the rules about Prisma schemas, and about both sides, judge, row by row. */
export const databaseSubjects: readonly RowSubject[] = [
  rowSubject({
    itemId: databaseChanges.id,
    on: ['prisma.model', 'prisma.enum', 'prisma.datasource'],
    needs: ['base'],
    isIn: () => true,
  }),
  tables(normalisation.id, () => true),
  tables(rowKeys.id, () => true),
  tables(databaseNames.id, () => true),
  tables(columnValues.id, () => true),
  tables(
    keysAndConstraints.id,
    (model, scope) =>
      joinColumnsOf(model, scope) !== undefined ||
      processedEventOf(model) !== undefined ||
      idempotencyKeyOf(model) !== undefined ||
      hasDeletion(model),
  ),
  tables(tenantRows.id, (model) => tenantColumnsOf(model).length > 0),
  tables(
    indexes.id,
    (model) =>
      foreignKeysOf(model).length > 0 ||
      indexesOf(model).some(({ kind }) => kind !== 'id') ||
      outboxOf(model) !== undefined,
  ),
  tables(foreignKeys.id, (model, scope) => {
    const isForeign = (field: PrismaField) => undeclaredTarget(field, model, scope) !== undefined;
    return foreignKeysOf(model).length > 0 || model.fields.some((field) => isForeign(field) || leadsElsewhere(field));
  }),
  tables(
    timestamps.id,
    (model, scope) =>
      creationTimeOf(model) !== undefined ||
      updateTimeOf(model) !== undefined ||
      !(isLookupModel(model, scope) || joinColumnsOf(model, scope) !== undefined),
  ),
  tables(softDelete.id, hasDeletion),
  tables(
    idempotentConsumers.id,
    (model) =>
      processedEventOf(model) !== undefined ||
      outboxOf(model) !== undefined ||
      idempotencyKeyOf(model) !== undefined ||
      isIdempotencyModel(model),
  ),
  tables(secrets.id, (model) => model.fields.some(isSecretColumn)),
  rowSubject({
    itemId: secrets.id,
    on: ['prisma.datasource'],
    isIn: ({ settings }) => settings.some(({ key }) => /url$/i.test(key.value)),
  }),
  tables(longRunningWork.id, isOutgoingDelivery),
  rowSubject({
    itemId: schemaSettings.id,
    on: ['prisma.generator', 'prisma.datasource'],
    isIn: () => true,
  }),
  rowSubject({
    itemId: storeFit.id,
    on: ['prisma.datasource'],
    isIn: ({ provider }) => provider?.value === 'mongodb' || provider?.value === 'sqlite',
  }),
  tables(storeFit.id, (model) => isCacheModel(model) || edgeBetween(model) !== undefined || manyToItself(model) > 1),
  rowSubject({
    itemId: softDelete.id,
    on: ['openapi.operation'],
    needs: ['database'],
    isIn: (operation, scope) => toldSoftDelete(operation, scope) !== undefined,
  }),
  rowSubject({
    itemId: concurrency.id,
    on: ['openapi.operation'],
    needs: ['database'],
    isIn: (operation, scope) => {
      const written = /^(?:put|patch)$/.test(operation.method) ? requestSubject(operation, scope) : undefined;
      return written !== undefined && scope.modelFor(written, operation.path) !== undefined;
    },
  }),
  rowSubject({
    itemId: contractMatchesDatabase.id,
    on: ['openapi.operation', 'openapi.schema'],
    needs: ['database'],
    isIn: (node, scope) => {
      if (node.kind === 'openapi.schema') return node.role === 'component' && scope.modelFor(node) !== undefined;
      const schemas = [requestSubject(node, scope), listedItems(node, scope), ...responseSubjects(node, scope)];
      return schemas.some((schema) => schema !== undefined && scope.modelFor(schema, node.path) !== undefined);
    },
  }),
  // A filter is served by an index or not, whatever else the table has.
  rowSubject({
    itemId: indexes.id,
    on: ['openapi.operation'],
    needs: ['database'],
    isIn: (operation, scope) => {
      const items = operation.origin === 'path' ? listedItems(operation, scope) : undefined;
      return items !== undefined && scope.modelFor(items, operation.path) !== undefined;
    },
  }),
];

function tables(itemId: string, isIn: (model: PrismaModel, scope: Scope) => boolean): RowSubject {
  return rowSubject({ itemId, on: ['prisma.model'], isIn: (model, scope) => isTable(model) && isIn(model, scope) });
}

function hasDeletion(model: PrismaModel): boolean {
  return deletionTimeOf(model) !== undefined || deletionFlagOf(model) !== undefined;
}

/** A column with a name as foreign keys have, or a list of rows. */
function leadsElsewhere({ name, isList, type }: PrismaField): boolean {
  return isList ? !isScalarType(type.value) || /ids$/i.test(name.value) : /[a-z](?:Id|ID|_id)$/.test(name.value);
}
