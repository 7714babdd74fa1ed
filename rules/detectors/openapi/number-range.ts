import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry, findNumber } from '#core/tree/tree.ts';
import { largest } from '#core/work/largest.ts';

/** What a numeric schema says about its largest value. */
export interface NumberRange {
  /** True with `maximum`, `exclusiveMaximum` or a list of values. */
  readonly isBounded: boolean;
  readonly hasDefault: boolean;
  /** The schema to write a bound into; undefined where others share it. */
  readonly owner: Schema | undefined;
  /** The largest of its default and example; 0 without any. */
  readonly largestSeen: number;
  readonly text: string | undefined;
}

/** Reads the range of an integer or number, also where `anyOf` adds null to it; undefined for any other schema. */
export function numberRange(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): NumberRange | undefined {
  const own = combinedSchemas(schema, scope);
  const parts = own.flatMap((part) => [
    part,
    ...[...part.anyOf, ...part.oneOf].flatMap((one) => combinedSchemas(one, scope)),
  ]);
  const numeric = parts.find(({ types }) => types.includes('integer') || types.includes('number'));
  if (numeric === undefined || !allResolve(own, scope)) return undefined;
  const isOwn = schema.kind === 'openapi.schema' && numeric.section === schema.section && numeric.role !== 'component';
  return {
    isBounded: parts.some(isBounded),
    hasDefault: parts.some(({ tree }) => findEntry(tree, 'default') !== undefined),
    owner: isOwn ? numeric : undefined,
    largestSeen: largest(
      0,
      parts.flatMap(({ tree }) => [numberAt(tree, 'default'), numberAt(tree, 'example')]),
    ),
    text: parts.find(({ description }) => description !== undefined)?.description?.value,
  };
}

function isBounded({ tree, enum: values }: Schema): boolean {
  return (
    values !== undefined ||
    findEntry(tree, 'maximum') !== undefined ||
    findEntry(tree, 'exclusiveMaximum') !== undefined
  );
}

function numberAt(tree: Schema['tree'], key: string): number {
  return findNumber(tree, key)?.value ?? 0;
}

function allResolve(parts: readonly Schema[], scope: Pick<Scope, 'resolve'>): boolean {
  return parts.every(({ allOf, anyOf, oneOf }) => [...allOf, ...anyOf, ...oneOf].every((one) => scope.resolve(one)));
}
