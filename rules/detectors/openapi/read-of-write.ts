import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { endsInParameter, isCollection } from '#rules/detectors/openapi/collection.ts';
import { operationAt } from '#rules/detectors/openapi/operation-at.ts';

/** The GET of what an operation writes: of the same path, or of the items of the collection. */
export function readOfWrite(operation: Operation, scope: Scope): Operation | undefined {
  const { method, origin, path, pathItem } = operation;
  if (origin !== 'path') return undefined;
  if ((method === 'put' || method === 'patch') && endsInParameter(path)) return operationAt(pathItem, 'get', scope);
  if (method !== 'post' || !isCollection(operation, scope)) return undefined;
  const item = scope.find('openapi.path-item', `${erasedTemplate(path).replace(/\/$/, '')}/{}`);
  return item && operationAt(item, 'get', scope);
}
