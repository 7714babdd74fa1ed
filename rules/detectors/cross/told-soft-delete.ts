import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope, Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { itemModel, modelActedOn } from '#rules/detectors/cross/item-model.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { deletionFlagNames, deletionTimeNames } from '#rules/words/deletion.ts';
import {
  accessNouns,
  copyNouns,
  deletedPlaces,
  hardDeletionNames,
  listsDeletedNames,
  restoringVerbs,
} from '#rules/words/restoring.ts';

/** Where an API says that rows are marked as deleted, and stay. */
export interface ToldSoftDelete {
  readonly model: PrismaModel;
  readonly section: Section;
  readonly span: Span;
  /** `POST /orders/{id}/restore brings back what was deleted` */
  readonly said: string;
}

/** Finds out whether an operation restores, marks, lists or shows what was deleted, and of which model. */
export function toldSoftDelete(operation: Operation, scope: DatabaseScope): ToldSoftDelete | undefined {
  if (operation.origin !== 'path') return undefined;
  if (operation.method === 'get')
    return listsDeleted(operation, scope) ?? isTrash(operation, scope) ?? showsDeleted(operation, scope);
  if (operation.method === 'delete') return marksDeleted(operation, scope);
  return restores(operation, scope);
}

/** True for an action that brings back an item, by the last word of its path: `/orders/{id}/restore`, `/orders/{id}/actions/restore`, `/orders/restore/{id}`. */
export function isRestoring({ path, origin }: Operation, scope: Scope): boolean {
  const parts = origin === 'path' ? (scope.resource(path)?.parts ?? []) : [];
  const keys = parts.map(({ key }) => key.replace(/^:/, ''));
  const at = keys.findLastIndex((key) => !key.includes('{'));
  const before = keys[at - 1] === 'actions' ? keys[at - 2] : keys[at - 1];
  const isBesideItem = before?.includes('{') === true || (at > 0 && at === keys.length - 2);
  if (!restoringVerbs.has(foldedName(keys[at] ?? '')) || !isBesideItem) return false;
  const nouns = keys.map((key) => singularOf(wordsOf(key).at(-1) ?? ''));
  const isAccess = foldedName(keys[at] ?? '') === 'recover' && nouns.some((noun) => accessNouns.has(noun));
  return !isAccess && !nouns.some((noun) => copyNouns.has(noun));
}

function restores(operation: Operation, scope: DatabaseScope): ToldSoftDelete | undefined {
  if (!isRestoring(operation, scope)) return undefined;
  return told(operation, modelActedOn(operation, scope), 'brings back what was deleted');
}

function marksDeleted(operation: Operation, scope: DatabaseScope): ToldSoftDelete | undefined {
  const texts = [operation.summary?.value, operation.description?.value];
  const isChosen = effectiveParameters(operation, scope).some(
    ({ name, in: place }) => place?.value === 'query' && hardDeletionNames.has(foldedName(name?.value ?? '')),
  );
  if (!isChosen && !texts.some((text) => speaksOfSoftDelete(text ?? ''))) return undefined;
  return told(operation, itemModel(operation.pathItem, scope), 'only marks what it deletes');
}

/** “Soft-deletes the order”, “can be restored”, “moves it to the trash”; not “this is no soft delete”. */
function speaksOfSoftDelete(text: string): boolean {
  const isDenied =
    /\b(?:no|not|never|instead of|rather than|cannot|without)\b[^.]{0,30}\b(?:soft|restor|recover|trash)/i;
  return softDelete.some((form) => form.test(text)) && !isDenied.test(text);
}

const softDelete: readonly RegExp[] = [
  /\bsoft[- ]?delet/i,
  /\b(?:can|may) (?:later )?be (?:restored|recovered|undeleted|brought back)\b/i,
  /\b(?:moves?|moved|goes|puts?)\b[^.]{0,40}\b(?:trash|recycle bin)\b/i,
  /\bmark(?:s|ed)?\b[^.]{0,40}\bas (?:deleted|removed)\b/i,
];

function listsDeleted(operation: Operation, scope: DatabaseScope): ToldSoftDelete | undefined {
  const parameter = effectiveParameters(operation, scope).find(
    ({ name, in: place }) => place?.value === 'query' && listsDeletedNames.has(foldedName(name?.value ?? '')),
  );
  const items = parameter && listedItems(operation, scope);
  const model = items && scope.modelFor(items, operation.path);
  if (parameter === undefined || model === undefined) return undefined;
  const { section, name, anchor } = parameter;
  return {
    model,
    section,
    span: name?.span ?? anchor,
    said: `${operationTitle(operation)} lists deleted rows on demand`,
  };
}

/** `GET /orders/trash` */
function isTrash(operation: Operation, scope: DatabaseScope): ToldSoftDelete | undefined {
  const last = segmentsOf(operation.path).at(-1) ?? '';
  const items = deletedPlaces.has(foldedName(last)) ? listedItems(operation, scope) : undefined;
  const above = operation.path.replace(/\/[^/]*\/?$/, '');
  return items && told(operation, scope.modelFor(items, above), 'lists what was deleted');
}

/** A property of the item that says when, or that, it was deleted. */
function showsDeleted(operation: Operation, scope: DatabaseScope): ToldSoftDelete | undefined {
  if (!endsInParameter(operation.path)) return undefined;
  for (const subject of responseSubjects(operation, scope)) {
    const property = propertiesOf(subject, scope).find(({ name }) => markNames.has(foldedName(name.value)));
    const model = property && scope.modelFor(subject, operation.path);
    if (property === undefined || model === undefined) continue;
    const said = `${operationTitle(operation)} shows by “${property.name.value}” that a row was deleted`;
    return { model, section: property.owner.section, span: property.name.span, said };
  }
  return undefined;
}

const markNames: ReadonlySet<string> = new Set([...deletionTimeNames, ...deletionFlagNames]);

function told(operation: Operation, model: PrismaModel | undefined, said: string): ToldSoftDelete | undefined {
  const { section, anchor } = operation;
  return model && { model, section, span: anchor, said: `${operationTitle(operation)} ${said}` };
}
