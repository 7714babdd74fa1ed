import { pathItemParts } from '#core/openapi/effective/effective.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { Operation, PathItem, Schema } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope } from '#core/rule.ts';
import { foundOnce } from '#core/work/note-read.ts';
import { requestSubject, responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';

/** The model whose rows are the items of a path that ends in one: by what is read there, else by what is written, else by the list, else by its name. */
export function itemModel(pathItem: PathItem, scope: DatabaseScope): PrismaModel | undefined {
  return foundOnce(itemModel, pathItem, () => {
    const path = pathItem.path.value;
    const operations = pathItemParts(pathItem, scope).flatMap((part) => part.operations);
    return modelOf(operations, path, scope) ?? listedAbove(path, scope) ?? scope.modelOfPath(path)?.model;
  });
}

/** The model of the item an action is about: that of `/orders/{id}` for `/orders/{id}/restore`, of `/orders` for `/orders/restore/{id}`. */
export function modelActedOn({ path, pathItem }: Operation, scope: DatabaseScope): PrismaModel | undefined {
  const parts = scope.resource(path)?.parts ?? [];
  const at = parts.findLastIndex(({ key }) => !key.includes('{'));
  const owner = parts[at - 1]?.key === 'actions' ? parts[at - 2] : parts[at - 1];
  const template = owner?.template ?? '';
  const above = scope.find('openapi.path-item', template);
  const isItem = owner?.key.includes('{') === true;
  const held = above && isItem ? itemModel(above, scope) : listedAbove(`${template}/{}`, scope);
  return held ?? modelOf(pathItem.operations, template, scope) ?? scope.modelOfPath(path)?.model;
}

function modelOf(operations: readonly Operation[], path: string, scope: DatabaseScope): PrismaModel | undefined {
  const [first, ...others] = ['get', 'patch', 'put', 'delete', 'post'].flatMap((method) =>
    operations.filter((operation) => operation.method === method),
  );
  for (const operation of first === undefined ? [] : [first, ...others]) {
    const written = operation.method === 'get' ? undefined : requestSubject(operation, scope);
    const subjects: readonly Schema[] = [...responseSubjects(operation, scope), ...(written ? [written] : [])];
    const model = subjects.map((subject) => scope.modelFor(subject, path)).find((each) => each !== undefined);
    if (model !== undefined) return model;
  }
  return undefined;
}

/** What the collection lists that holds the item. */
function listedAbove(path: string, scope: DatabaseScope): PrismaModel | undefined {
  const collection = scope.find('openapi.path-item', erasedTemplate(path).replace(/\/[^/]*\/?$/, ''));
  const read = collection?.operations.find(({ method }) => method === 'get');
  const items = read && listedItems(read, scope);
  return items && scope.modelFor(items, path);
}
