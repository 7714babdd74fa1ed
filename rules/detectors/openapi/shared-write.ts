import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { Operation, OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** The PUT of the same resource, or the POST of its collection, that takes the very same shared schema as this operation; undefined where none does. */
export function sharedWrite(operation: Operation, schema: OrReference<Schema>, scope: Scope): string | undefined {
  const own = schema.kind === 'openapi.reference' ? scope.resolve(schema) : undefined;
  if (own === undefined) return undefined;
  const collection = erasedTemplate(operation.path).replace(/\/\{\}\/?$/, '');
  const behind = scope.find('openapi.path-item', collection)?.operations ?? [];
  const writes = [...operation.pathItem.operations, ...behind].filter(
    ({ method }) => method === 'put' || method === 'post',
  );
  const same = writes.find((write) =>
    effectiveRequestBody(write, scope)?.content.some((media) => scope.resolve(media.schema)?.tree === own.tree),
  );
  return same && operationTitle(same);
}
