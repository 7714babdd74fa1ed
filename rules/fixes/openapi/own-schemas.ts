import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, OrReference, Schema } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { type Described, type KnownOperation, ownerOf } from '#rules/fixes/openapi/operation-pattern.ts';
import { absoluteReferences } from '#rules/fixes/openapi/portable-value.ts';

/** Portable references to the schemas of one thing of a resource. */
export interface OwnSchemas {
  /** As it is answered. */
  readonly answered: PlainValue | undefined;
  /** As it is sent. */
  readonly sent: PlainValue | undefined;
}

/** The schemas that the operations of a collection or a singleton have for one of its things. */
export function ownSchemas(owner: string, known: readonly KnownOperation[], scope: Described): OwnSchemas {
  const own = known.filter(({ resource, meaning }) => meaning !== undefined && ownerOf(resource) === owner);
  const answered = own.flatMap(({ operation, meaning }) => {
    const bodies = successResponses(operation).flatMap(({ response }) => scope.resolve(response)?.content ?? []);
    return schemasOf(bodies).map((schema) => (meaning === 'list' ? itemsOf(schema, scope) : schema));
  });
  const sent = own.flatMap(({ operation }) => schemasOf(effectiveRequestBody(operation, scope)?.content ?? []));
  const [first, second] = [firstReference(answered), firstReference(sent)];
  return { answered: first ?? second, sent: second ?? first };
}

function schemasOf(content: readonly MediaType[]): readonly OrReference<Schema>[] {
  return content.flatMap(({ name, schema }) => (schema !== undefined && isJsonMediaType(name.value) ? [schema] : []));
}

/** What a list holds, also within a page. */
function itemsOf(list: OrReference<Schema>, scope: Described): OrReference<Schema> | undefined {
  const schema = scope.resolve(list);
  if (schema === undefined) return undefined;
  if (schema.items !== undefined) return schema.items;
  const arrays = propertiesOf(schema, scope).flatMap((property) => scope.resolve(property.schema)?.items ?? []);
  return arrays.length === 1 ? arrays[0] : undefined;
}

function firstReference(schemas: readonly (OrReference<Schema> | undefined)[]): PlainValue | undefined {
  for (const schema of schemas)
    if (schema?.kind === 'openapi.reference') return absoluteReferences({ $ref: schema.target }, schema.section.uri);
  return undefined;
}
