import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isWhole, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

/** True for what is sent to others: a webhook or a callback, but those that only ask. */
export function isSent({ origin, method }: Operation): boolean {
  return (origin === 'webhook' || origin === 'callback') && method === 'post';
}

/**
 * The names of what the body of a webhook holds, those of objects around its data included, without casing and separators; undefined
 * where not all of it is known, and where several events are sent at once.
 */
export function propertiesSent(operation: Operation, scope: Scope): ReadonlySet<string> | undefined {
  const body = eventBody(operation, scope);
  if (body === undefined || !isWhole(body, scope)) return undefined;
  const properties = propertiesOf(body, scope);
  const names = new Set<string>();
  for (const { name, schema } of properties) {
    const folded = foldedName(name.value);
    names.add(folded);
    const inner = scope.resolve(schema);
    // Several events are sent together.
    if (inner?.types.includes('array') && batches.has(folded)) return undefined;
    if (!envelopes.has(folded)) continue;
    if (inner === undefined) return undefined;
    for (const one of propertiesOf(inner, scope)) names.add(foldedName(one.name.value));
  }
  return names.size === 0 ? undefined : names;
}

/** What is sent as JSON; undefined where it is no object that is known, or there are several kinds of body. */
export function eventBody(operation: Operation, scope: Scope): Schema | undefined {
  const [media, ...others] = effectiveRequestBody(operation, scope)?.content ?? [];
  const schema = others.length > 0 ? undefined : scope.resolve(media?.schema);
  return schema?.types.includes('array') === true ? undefined : schema;
}

const envelopes: ReadonlySet<string> = new Set([
  'event',
  'meta',
  'metadata',
  'header',
  'headers',
  'envelope',
  'notification',
  'context',
  'webhook',
  'delivery',
]);

const batches: ReadonlySet<string> = new Set([
  'events',
  'notifications',
  'messages',
  'deliveries',
  'entry',
  'entries',
  'items',
  'data',
  'value',
  'records',
]);
