import type { Schema } from '#core/openapi/model.ts';
import { tellingPart } from '#core/openapi/place.ts';
import { readSchema } from '#core/openapi/read/read-schema.ts';
import type { Fault } from '#core/openapi/validate/fault.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import type { Scope } from '#core/rule.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { ifUnderstood } from '#core/work/understood.ts';
import { mayMean } from '#rules/detectors/openapi/may-mean.ts';
import { objectParts } from '#rules/detectors/openapi/required-properties.ts';
import { isEmptyRange, limitedBy, limitRanges } from '#rules/detectors/openapi/schema-limits.ts';
import type { JudgingSchema } from '#rules/detectors/openapi/written-value.ts';

/**
 * The faults without those that are slips of the schema, and told there: what it requires and does not describe, what it does not
 * allow as its properties stand under a keyword that is misspelt, and what lies between limits that cross each other.
 */
export function withoutSlips(
  faults: readonly Fault[],
  { context }: JudgingSchema,
  scope: Pick<Scope, 'resolve'>,
): readonly Fault[] {
  return faults.flatMap((fault) => {
    if (fault.kind === 'extra-property') return hasSlip(fault.schema) ? [] : fault;
    if (fault.kind === 'bound') return liesBetween(fault, context) ? [] : fault;
    if (fault.kind !== 'missing' && fault.kind !== 'missing-with') return fault;
    const described = describedBy(fault.asked, context, scope);
    if (described === undefined) return fault;
    if (fault.kind === 'missing-with') return described.has(fault.name) ? fault : [];
    const names = fault.names.filter((name) => described.has(name));
    return names.length === 0 ? [] : { ...fault, names };
  });
}

/** True where a number, length or count would be right if the limits that cross each other were exchanged. */
function liesBetween(
  { found, keyword, schema: { tree } }: Extract<Fault, { readonly kind: 'bound' }>,
  context: Schema['context'],
): boolean {
  return limitRanges({ tree, context }).some(({ of, lower, upper }) => {
    if (of !== limitedBy(keyword) || lower === undefined || upper === undefined) return false;
    return isEmptyRange(lower, upper) && upper.value <= found && found <= lower.value;
  });
}

function hasSlip({ tree }: SchemaSite): boolean {
  return entriesOf(tree).some(({ key }) => mayMean(key.value, 'properties') || mayMean(key.value, 'patternProperties'));
}

/** The names of all properties; undefined where there may be others. */
function describedBy(
  { location, tree }: SchemaSite,
  context: Schema['context'],
  scope: Pick<Scope, 'resolve'>,
): ReadonlySet<string> | undefined {
  const read = readSchema({ location, tree, label: tellingPart(tree) }, context, 'branch');
  const parts = ifUnderstood(() => {
    const schema = scope.resolve<Schema>(read);
    return schema && objectParts(schema, scope);
  });
  return parts === undefined || parts.isOpen ? undefined : parts.properties;
}
