import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { type SchemaPair, saidSpan } from '#core/openapi/compare/schema-pair.ts';
import type { Step } from '#core/openapi/compare/step.ts';

/** Differences at one level, and what is to be compared below. */
export interface Level {
  readonly differences: readonly SchemaDifference[];
  readonly inner: readonly Pick<Step, 'before' | 'after' | 'path'>[];
}

/** Properties that are gone or required now, whether others may stand beside them, and items. */
export function propertyDifferences(pair: SchemaPair): Level {
  const { before, after, path } = pair;
  const [former, now] = [before.shape.properties, after.shape.properties];
  const differences: SchemaDifference[] = [...requiredDifferences(pair), ...openDifferences(pair)];
  const inner: Level['inner'][number][] = [];
  for (const [name, property] of former) {
    const other = now.get(name);
    if (other !== undefined) inner.push({ before: property.schema, after: other.schema, path: [...path, name] });
    else if (!mayHoldElsewhere(pair)) differences.push(removal(pair, name));
  }
  const [others, othersNow] = [before.shape.others, after.shape.others];
  if (typeof others === 'object' && typeof othersNow === 'object')
    inner.push({ before: others, after: othersNow, path: [...path, '{}'] });
  const [items, itemsNow] = [before.shape.items, after.shape.items];
  if (items !== undefined && itemsNow !== undefined)
    inner.push({ before: items, after: itemsNow, path: [...path, '[]'] });
  return { differences, inner };
}

function removal(pair: SchemaPair, name: string): SchemaDifference {
  const { before, after } = pair;
  const property = before.shape.properties.get(name);
  const isClosed = after.shape.others === false;
  const wasRequired = before.shape.required.has(name);
  const former = property && { schema: property.owner, span: property.name.span };
  const place = saidSpan(after.shape.said('properties')[0]);
  return pair.difference(
    wasRequired
      ? { what: 'property-removed', effect: isClosed ? 'both' : 'widened', name }
      : { what: 'optional-property-removed', effect: isClosed ? 'narrowed' : 'unknown', name },
    place,
    former,
  );
}

/** True where a branch may have the property, or the schema of all others does. */
function mayHoldElsewhere({ after }: SchemaPair): boolean {
  const { shape } = after;
  return shape.parts.some(({ oneOf, anyOf }) => oneOf.length + anyOf.length > 0) || typeof shape.others === 'object';
}

function* requiredDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const { before, after } = pair;
  const [former, now] = [before.shape.required, after.shape.required];
  for (const [name, { owner, span }] of now) {
    if (former.has(name)) continue;
    const what = before.shape.properties.has(name) ? 'required' : 'required-property';
    yield pair.difference({ what, effect: 'narrowed', name }, { schema: owner, span: span });
  }
  for (const [name, { owner, span }] of former) {
    const property = after.shape.properties.get(name);
    if (now.has(name) || property === undefined) continue;
    const told = { what: 'required', effect: 'widened', name } as const;
    yield pair.difference(told, { schema: property.owner, span: property.name.span }, { schema: owner, span: span });
  }
}

function* openDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const { before, after } = pair;
  const [former, now] = [openness(before.shape.others), openness(after.shape.others)];
  if (former === now) return;
  const told = { what: 'open', effect: now < former ? 'narrowed' : 'widened', name: 'additionalProperties' } as const;
  const places = [after, before].map(({ shape }) => saidSpan(shape.said('additionalProperties')[0]));
  yield pair.difference(told, places[0], places[1]);
}

/** 0: none, 1: such as fit a schema, 2: any. */
function openness(others: boolean | object): number {
  return others === false ? 0 : others === true ? 2 : 1;
}
