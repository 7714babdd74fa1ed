import { descend } from '#core/openapi/place.ts';
import type { Reading } from '#core/openapi/validate/evaluator.ts';
import type { Fault } from '#core/openapi/validate/fault.ts';
import { faultsOf } from '#core/openapi/validate/faults-of.ts';
import type { Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { parseJson } from '#core/tree/read/parse-json.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { withoutImpossible } from '#rules/detectors/openapi/impossible-values.ts';
import { meantName } from '#rules/detectors/openapi/meant-name.ts';
import { withoutSlips } from '#rules/detectors/openapi/schema-slips.ts';
import { pathTo, type ValuePath } from '#rules/detectors/openapi/value-path.ts';
import type { JudgingSchema, WrittenValue } from '#rules/detectors/openapi/written-value.ts';
import { isPlaceholder } from '#rules/words/placeholders.ts';

/** A fault of a written value at its place. */
export interface PlacedFault {
  readonly fault: Fault;
  /** From the written value to what is wrong. */
  readonly steps: readonly string[];
  /** Which of the steps are indexes of a list. */
  readonly isItem: readonly boolean[];
  /** False where it stands in a text that holds JSON, or elsewhere, and comes in through a merge key. */
  readonly isWrittenThere: boolean;
  readonly span: Span;
}

/** So many faults of one value are told; when they are mended there may be more. */
const mostTold = 5;

/** In what a written value is not as its schema says. */
export function valueFaults(written: WrittenValue, scope: Pick<Scope, 'resolve'>): readonly PlacedFault[] {
  const { place, schema, direction, textMeans } = written;
  const reading: Reading = { scope, version: schema.context.version, direction, isLenient: true };
  const { tree } = place;
  const isText = tree.kind === 'scalar' && typeof tree.value === 'string';
  if (isText && (textMeans === 'unknown' || textMeans === 'serialized')) return [];
  const faults = faultsIn(tree, schema, reading).filter((fault) => textMeans !== 'serialized' || !isSerialized(fault));
  const isJson = textMeans === 'json' || (textMeans === 'maybe-json' && mayBeJson(tree, faults));
  if (isText && isJson) return faultsInText(written, reading);
  return faults.slice(0, mostTold).map((fault) => placedFault(fault, place));
}

/** Where values are sent as texts an example may show them so. */
function isSerialized({ kind, value }: Fault): boolean {
  return kind === 'type' && value.kind === 'scalar' && typeof value.value === 'string';
}

/** A text that begins as the JSON of a list or an object does, where its schema takes no text. */
function mayBeJson(tree: TreeNode, faults: readonly Fault[]): boolean {
  if (tree.kind !== 'scalar' || typeof tree.value !== 'string' || !/^\s*[[{]/.test(tree.value)) return false;
  return faults.some(({ value, kind }) => value === tree && kind !== 'bound' && kind !== 'pattern');
}

/** What is wrong with the JSON a text holds, told at the text; nothing where it holds none. */
function faultsInText({ place, schema }: WrittenValue, reading: Reading): readonly PlacedFault[] {
  const text = place.tree.kind === 'scalar' ? String(place.tree.value) : '';
  const { tree, problems } = parseJson(text, { allowsComments: false });
  if (tree === undefined || problems.length > 0) return [];
  const { span } = place.label;
  const faults = faultsIn(tree, schema, reading).slice(0, mostTold);
  return faults.map((fault) => {
    const { steps, isItem } = pathTo(tree, fault.value) ?? nowhere;
    return { fault, steps, isItem, isWrittenThere: false, span };
  });
}

/** What stands for something that is not shown is as it is meant to be. */
function faultsIn(tree: TreeNode, schema: JudgingSchema, reading: Reading): readonly Fault[] {
  const isMeant = ({ value }: Fault) =>
    value.kind === 'scalar' && typeof value.value === 'string' && isPlaceholder(value.value);
  const faults = withoutSlips(faultsOf(tree, schema, reading), schema, reading.scope);
  return withoutRenamed(withoutImpossible(faults, tree, schema, reading.scope)).filter((fault) => !isMeant(fault));
}

/** A property under a wrong name is not missing besides. */
function withoutRenamed(faults: readonly Fault[]): readonly Fault[] {
  const renamed = faults.flatMap((fault) => (fault.kind === 'extra-property' ? { fault, name: meantName(fault) } : []));
  if (renamed.length === 0) return faults;
  return faults.flatMap((fault) => {
    if (fault.kind !== 'missing') return fault;
    const isThere = (name: string) => renamed.some((one) => one.fault.value === fault.value && one.name === name);
    const names = fault.names.filter((name) => !isThere(name));
    return names.length === 0 ? [] : { ...fault, names };
  });
}

const nowhere: ValuePath = { steps: [], isItem: [], isMerged: true };

/** Told at the value; of a list or object at the key it stands under, of a property too many at its key. */
function placedFault(fault: Fault, place: WrittenValue['place']): PlacedFault {
  const { value } = fault;
  const { steps, isItem, isMerged } = pathTo(place.tree, value) ?? nowhere;
  const placed = { fault, steps, isItem, isWrittenThere: !isMerged };
  if ('key' in fault) return { ...placed, span: fault.key.span };
  const span = value.kind === 'scalar' ? value.span : descend(place, steps)?.label.span;
  return { ...placed, span: span ?? place.label.span };
}
