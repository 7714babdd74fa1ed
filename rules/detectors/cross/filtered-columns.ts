import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaEnum } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import type { DatabaseScope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';
import { type ValueList, valueListOf } from '#rules/detectors/cross/value-list.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** A query parameter that lists the values by which a list is filtered, and the enum of the column it asks of. */
export interface FilteredColumn {
  readonly listing: Schema;
  readonly list: ValueList;
  readonly stored: PrismaEnum;
  /** `Order.status` */
  readonly named: string;
  /** Values that no column needs to have: `all`, and those that the items are said to have. */
  readonly known: ReadonlySet<string>;
}

/** Those of a GET; what a component lists is looked at where properties use it. */
export function* filteredColumns(operation: Operation, scope: DatabaseScope): Iterable<FilteredColumn> {
  if (operation.method !== 'get' || operation.origin !== 'path') return;
  const items = listedItems(operation, scope);
  const model = items && scope.modelFor(items, operation.path);
  if (items === undefined || model === undefined) return;
  for (const { name, in: place, schema } of effectiveParameters(operation, scope)) {
    if (place?.value !== 'query' || name === undefined) continue;
    const resolved = scope.resolve(schema);
    const listing = resolved?.enum === undefined ? scope.resolve(resolved?.items) : resolved;
    const list = listing && listing.role !== 'component' ? valueListOf(listing, scope) : undefined;
    const field = fieldFor(model, name.value);
    const stored = field && enumOf(field, scope);
    if (listing === undefined || list === undefined || stored === undefined) continue;
    const known = new Set([...anyValues, ...valuesOfItems(items, name.value, scope)]);
    yield { listing, list, stored, named: `${model.name.value}.${field?.name.value ?? name.value}`, known };
  }
}

const anyValues = wordSet('all any every none both null unset other everything');

/** What the items list under this name may be worked out for each of them. */
function valuesOfItems(items: Schema, name: string, scope: DatabaseScope): readonly string[] {
  const property = propertiesOf(items, scope).find((one) => foldedName(one.name.value) === foldedName(name));
  const schema = property && scope.resolve(property.schema);
  return (schema && valueListOf(schema, scope)?.values.map(foldedName)) ?? [];
}
