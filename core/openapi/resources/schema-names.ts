import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, Operation, OrReference, RequestBody, Response, Schema } from '#core/openapi/model.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';

/** Follows `$ref`s to bodies; undefined where they lead nowhere. */
export interface FollowBodies {
  resolve(target: OrReference<RequestBody> | undefined): RequestBody | undefined;
  resolve(target: OrReference<Response> | undefined): Response | undefined;
}

/** How the schemas of an operation are called: `Order`, `Order[]` for a list of them; undefined where they have no name. */
export interface SchemaNames {
  readonly sent: string | undefined;
  readonly answered: string | undefined;
}

export function schemaNames(operation: Operation, scope: FollowBodies): SchemaNames {
  const answers = successResponses(operation).flatMap(({ response }) => scope.resolve(response)?.content ?? []);
  return { sent: firstName(scope.resolve(operation.requestBody)?.content ?? []), answered: firstName(answers) };
}

function firstName(content: readonly MediaType[]): string | undefined {
  for (const { name, schema } of content) {
    const found = isJsonMediaType(name.value) ? nameOf(schema) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameOf(schema: OrReference<Schema> | undefined): string | undefined {
  if (schema === undefined) return undefined;
  if (schema.kind === 'openapi.reference') return targetName(schema.target);
  const items = nameOf(schema.items);
  return items === undefined ? undefined : `${items}[]`;
}
