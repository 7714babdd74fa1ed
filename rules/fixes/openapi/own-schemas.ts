import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, OrReference, Schema } from '#core/openapi/model.ts';
import { isMap } from '#core/tree/equal-values.ts';
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
  for (const schema of schemas) {
    const target = schema && referenceOf(schema);
    if (target !== undefined) return { $ref: target };
  }
  return undefined;
}

function referenceOf(schema: OrReference<Schema>): string | undefined {
  if (schema.kind !== 'openapi.reference') return undefined;
  const value = absoluteReferences({ $ref: schema.target }, schema.section.uri);
  return isMap(value) && typeof value['$ref'] === 'string' ? value['$ref'] : undefined;
}

/** The schemas, as absolute references, that operations of several resources answer with. */
export function sharedAnswers(known: readonly KnownOperation[], scope: Described): ReadonlySet<string> {
  const found = shared.get(known) ?? findShared(known, scope);
  shared.set(known, found);
  return found;
}

const shared = new WeakMap<readonly KnownOperation[], ReadonlySet<string>>();

function findShared(known: readonly KnownOperation[], scope: Described): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const { operation, resource } of known) {
    const bodies = successResponses(operation).flatMap(({ response }) => scope.resolve(response)?.content ?? []);
    for (const schema of schemasOf(bodies)) {
      const target = referenceOf(schema);
      if (target === undefined) continue;
      const those = owners.get(target) ?? new Set();
      owners.set(target, those.add(ownerOf(resource)));
    }
  }
  return new Set([...owners].flatMap(([target, those]) => (those.size > 1 ? [target] : [])));
}
