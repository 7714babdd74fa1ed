import { Evaluator, type Reading } from '#core/openapi/validate/evaluator.ts';
import type { Fault } from '#core/openapi/validate/fault.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** So many steps any value may take, and so many more for each of its units. */
const leastSteps = 1000;
const stepsPerUnit = 10;

const none: readonly Fault[] = [];

/**
 * In what a value is not as a schema says, in text order, one fault for each thing that is wrong. Nothing is said where that depends
 * on what is not understood, and of what would take too long.
 */
export function faultsOf(value: TreeNode, schema: SchemaSite, reading: Reading): readonly Fault[] {
  const { start, end } = value.span;
  const evaluator = new Evaluator(reading, leastSteps + stepsPerUnit * (end - start));
  const { faults } = evaluator.judge(schema, value);
  if (evaluator.isSpent || faults.length === 0) return none;
  return faults.length === 1 ? faults : withoutDoubles(faults);
}

/**
 * Two schemas may say the same, and a value of another type is nothing else besides. How many branches a value fits is not counted where it
 * is wrong beside them.
 */
function withoutDoubles(faults: readonly Fault[]): readonly Fault[] {
  const ofOtherType = new Set(faults.flatMap(({ kind, value }) => (kind === 'type' ? value : [])));
  const wrongBeside = new Set(faults.flatMap(({ kind, value }) => (isCount(kind) ? [] : value)));
  const seen = new Map<TreeNode, Set<string>>();
  return faults.filter((fault) => {
    if (fault.kind !== 'type' && ofOtherType.has(fault.value)) return false;
    if (isCount(fault.kind) && wrongBeside.has(fault.value)) return false;
    const kinds = seen.get(fault.value) ?? new Set<string>();
    seen.set(fault.value, kinds);
    const key = keyOf(fault);
    if (kinds.has(key)) return false;
    kinds.add(key);
    return true;
  });
}

function isCount(kind: Fault['kind']): boolean {
  return kind === 'several-fit' || kind === 'none-fits';
}

/** The length of a text and its pattern are one thing. */
function keyOf(fault: Fault): string {
  if (fault.kind === 'missing') return `without ${fault.names.length} ${fault.names[0]}`;
  if (fault.kind === 'missing-with') return `without ${fault.name}`;
  if ('key' in fault) return `with ${fault.key.value}`;
  if (fault.kind !== 'bound') return fault.kind;
  return fault.keyword.endsWith('Length') ? 'pattern' : fault.keyword;
}
