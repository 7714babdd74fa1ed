import type { Schema } from '#core/openapi/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import type { SchemaUsage, Scope } from '#core/rule.ts';
import { findNumber } from '#core/tree/tree.ts';
import { columnLength } from '#rules/detectors/cross/column-length.ts';
import type { DescribedField } from '#rules/detectors/cross/described-fields.ts';
import { enumDrift } from '#rules/detectors/cross/enum-drift.ts';
import { isColumn } from '#rules/detectors/cross/is-column.ts';
import { mayLeakNull } from '#rules/detectors/cross/leaks-null.ts';
import { exceeds, isHashed, takesText } from '#rules/detectors/cross/sent-text.ts';
import { typeClash } from '#rules/detectors/cross/type-clash.ts';
import { valueListOf } from '#rules/detectors/cross/value-list.ts';
import { nullabilityOf, valueSchema } from '#rules/detectors/cross/value-schema.ts';

/** In what a property and its column do not agree. */
export interface ContractMismatch {
  readonly aspect: 'type' | 'length' | 'null' | 'values';
  /** Tells it apart from others of the aspect; the same as long as the same is amiss. */
  readonly key: string;
  /** What is said of the property, and of its column: `may have 40 characters`, `holds 20`. */
  readonly api: string;
  readonly column: string;
  /** Of a text, what its column holds. */
  readonly length?: number;
}

/** Where a property is looked at, and where its column. They may be of different versions. */
export interface ContractScopes {
  readonly api: Pick<Scope, 'resolve' | 'find'> & Scope;
  readonly database: Pick<Scope, 'find' | 'roots'>;
  /** How the property travels. */
  readonly usage: SchemaUsage;
}

export function contractMismatches(described: DescribedField, scopes: ContractScopes): readonly ContractMismatch[] {
  return [
    ...typeMismatch(described, scopes),
    ...lengthMismatch(described, scopes),
    ...nullMismatch(described, scopes),
    ...valueMismatches(described, scopes),
  ];
}

function typeMismatch({ property, field, model }: DescribedField, { api, database }: ContractScopes) {
  const value = valueSchema(property.schema, api);
  const clash = value && typeClash(value, field, model, database);
  if (clash === undefined) return [];
  return [{ aspect: 'type', key: '', api: `is ${clash.documented}`, column: `is ${clash.stored}` } as const];
}

function lengthMismatch({ property, field }: DescribedField, { api, database, usage }: ContractScopes) {
  const held = usage.inRequest ? columnLength(field, providerOf(database.roots('prisma.datasource'))) : undefined;
  const value = held && valueSchema(property.schema, api);
  if (held === undefined || value === undefined || !takesText(value) || isHashed(field.name.value)) return [];
  const allowed = findNumber(value.tree, 'maxLength')?.value;
  if (!exceeds(allowed, held, value)) return [];
  const takes = allowed === undefined ? 'may be of any length' : `may have ${allowed} characters`;
  return [{ aspect: 'length', key: '', api: takes, column: `holds ${held.length}`, length: held.length } as const];
}

function nullMismatch(described: DescribedField, { api, database, usage }: ContractScopes) {
  const { property, field } = described;
  if (usage.inResponse && mayLeakNull(described, api, database))
    return [{ aspect: 'null', key: 'returned', api: 'is never null', column: 'may be NULL' } as const];
  const isRefused = usage.inRequest && !field.isOptional && isColumn(field, database) && field.type.value !== 'Json';
  if (!isRefused || nullabilityOf(property.schema, api) !== 'nullable' || isReadOnly(property.schema, api)) return [];
  return [{ aspect: 'null', key: 'sent', api: 'may be null', column: 'takes no NULL' } as const];
}

function isReadOnly(schema: DescribedField['property']['schema'], { resolve }: Pick<Scope, 'resolve'>): boolean {
  return resolve<Schema>(schema)?.readOnly === true;
}

function valueMismatches({ property, field }: DescribedField, { api, database, usage }: ContractScopes) {
  const stored = enumOf(field, database);
  const value = stored && valueSchema(property.schema, api);
  const list = value && valueListOf(value, api);
  const drift = stored && list && enumDrift(list.values, stored);
  if (drift === undefined) return [];
  const unlisted = usage.inResponse ? drift.unlisted : [];
  const unknown = usage.inRequest ? drift.unknown : [];
  return [
    ...unlisted.map((one) => mismatchOf(`+${one}`, `does not list “${one}”`, 'has it')),
    ...unknown.map((one) => mismatchOf(`-${one}`, `lists “${one}”`, 'does not have it')),
  ];
}

function mismatchOf(key: string, api: string, column: string): ContractMismatch {
  return { aspect: 'values', key, api, column };
}
