import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import type { PrismaEnum } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import type { DatabaseScope, Scope } from '#core/rule.ts';
import { findString, findValue } from '#core/tree/tree.ts';
import type { DescribedObject } from '#rules/detectors/cross/described-objects.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { type ValueList, valueListOf } from '#rules/detectors/cross/value-list.ts';

/** A property that lists its values, and stands for a column that is an enum of the database. */
export interface ListedColumn {
  /** The schema that lists the values, and the list. */
  readonly listing: Schema;
  readonly list: ValueList;
  readonly stored: PrismaEnum;
  /** `Order.status` */
  readonly named: string;
  /** The schema whose property it is. */
  readonly owner: Schema;
}

/** Those of the objects; what another component writes is looked at there. */
export function* listedColumns(objects: readonly DescribedObject[], scope: DatabaseScope): Iterable<ListedColumn> {
  for (const { schema, path } of objects) {
    const model = scope.modelFor(schema, path);
    if (model === undefined) continue;
    for (const { name, schema: written, owner } of propertiesOf(schema, scope)) {
      if (owner !== schema && owner.role === 'component') continue;
      const field = fieldFor(model, name.value);
      const stored = field && enumOf(field, scope);
      const listing = listingOf(scope.resolve(written), scope);
      const isKnown = findString(findValue(listing?.tree, 'enum'), '$ref') === undefined;
      const list = listing && isKnown ? valueListOf(listing, scope) : undefined;
      if (stored === undefined || listing === undefined || list === undefined) continue;
      yield { listing, list, stored, named: `${model.name.value}.${name.value}`, owner };
    }
  }
}

/** The schema that lists the values: the property's own, that of a list's items, or the one branch that is not null. */
function listingOf(schema: Schema | undefined, scope: Scope, depth = 0): Schema | undefined {
  if (schema === undefined || valueListOf(schema, scope) !== undefined || schema.enum !== undefined || depth > 3)
    return schema;
  const branches = [...schema.oneOf, ...schema.anyOf, ...schema.allOf].flatMap((branch) => scope.resolve(branch) ?? []);
  const others = branches.filter(({ types }) => types.length !== 1 || types[0] !== 'null');
  const [only] = others;
  if (only !== undefined) return others.length === 1 ? listingOf(only, scope, depth + 1) : undefined;
  return listingOf(scope.resolve(schema.items), scope, depth + 1);
}
