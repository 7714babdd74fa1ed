import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** The schema of the JSON body that is sent to an operation. */
export function sentBody(operation: Operation, scope: Scope): Schema | undefined {
  const content = effectiveRequestBody(operation, scope)?.content ?? [];
  return scope.resolve(content.find(({ name }) => isJsonMediaType(name.value))?.schema);
}
