import type { Fault } from '#core/openapi/validate/fault.ts';
import { typeOf } from '#core/openapi/validate/value-keywords.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { meantName } from '#rules/detectors/openapi/meant-name.ts';
import { placeWithin } from '#rules/detectors/openapi/place-within.ts';
import { shortened, shownNames, shownValue, shownValues } from '#rules/detectors/openapi/shown-value.ts';
import { pathTo } from '#rules/detectors/openapi/value-path.ts';

/** What is wrong with a value, as what is said of it: `is a string, not an integer`. */
export function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'type':
      return `is ${typedValue(fault.value)}, not ${alternatives(fault.expected.map(withArticle))}`;
    case 'enum':
      return `is ${shownValue(fault.value)}, not ${shownValues(fault.allowed)}`;
    case 'missing':
      return `lacks ${shownNames(fault.names)}, which its schema requires`;
    case 'missing-with':
      return `has “${shortened(fault.because)}” without “${shortened(fault.name)}”, which its schema requires then`;
    case 'extra-property':
      return `has “${shortened(fault.key.value)}”, which its schema does not allow${didYouMean(fault)}`;
    case 'property-name':
      return `has “${shortened(fault.key.value)}”, a name its schema does not allow`;
    case 'nothing':
      return 'is not allowed by its schema';
    case 'bound':
      return boundWords(fault);
    case 'pattern':
      return `is ${shownValue(fault.value)}, which does not match the pattern “${shortened(fault.pattern)}”`;
    case 'same-items':
      return 'is in its list twice, which its schema does not allow';
    case 'none-fits':
      return `${noneWords(fault)}${nearestWords(fault)}`;
    case 'several-fit':
      return `fits ${fault.fitting.length} of the ${fault.count} schemas in “oneOf”, and must fit exactly one`;
    case 'forbidden':
      return 'fits the schema in “not”';
    case 'contains':
      return fault.keyword === 'contains'
        ? `has ${fault.found} items that fit “contains”, and needs ${fault.limit}`
        : `has ${fault.found} items that fit “contains”, and may have ${fault.limit}`;
    default:
      return fault satisfies never;
  }
}

/** The same of many values, of which each may be another one. */
export function faultOfMany(fault: Fault): string {
  if (fault.kind === 'type')
    return `is ${withArticle(typeOf(fault.value))}, not ${alternatives(fault.expected.map(withArticle))}`;
  if (fault.kind === 'none-fits') return noneWords(fault);
  if (fault.kind === 'several-fit') return 'fits several of the schemas in “oneOf”, and must fit exactly one';
  return faultWords(fault);
}

type NoneFits = Extract<Fault, { kind: 'none-fits' }>;

function noneWords({ count, keyword }: NoneFits): string {
  return `fits none of the ${count} schemas in “${keyword}”`;
}

/** What one of those that come closest says: it may be another one that is meant. */
function nearestWords({ nearest, value }: NoneFits): string {
  if (nearest === undefined) return '';
  const { index, fault } = nearest;
  const place = placeWithin(pathTo(value, fault.value) ?? { steps: [], isItem: [] }, 'it');
  return `; by item ${index + 1} of these, ${place} ${fault.kind === 'none-fits' ? noneWords(fault) : faultWords(fault)}`;
}

function didYouMean(fault: Extract<Fault, { kind: 'extra-property' }>): string {
  const meant = meantName(fault);
  return meant === undefined ? '' : `: it has “${shortened(meant)}”`;
}

const units: ReadonlyMap<string, string> = new Map([
  ['Length', 'characters'],
  ['Items', 'items'],
  ['Properties', 'properties'],
]);

function boundWords({ keyword, limit, found, value }: Extract<Fault, { kind: 'bound' }>): string {
  const unit = units.get(keyword.slice(3));
  if (unit !== undefined) {
    const counted = found === 1 ? unit.replace(/(?:ie)?s$/, (end) => (end === 'ies' ? 'y' : '')) : unit;
    return `has ${found} ${counted}, ${keyword.startsWith('min') ? `and needs ${limit}` : `and may have ${limit}`}`;
  }
  const shown = shownValue(value);
  switch (keyword) {
    case 'multipleOf':
      return `is ${shown}, which is no multiple of ${limit}`;
    case 'minimum':
      return `is ${shown}, below the minimum ${limit}`;
    case 'maximum':
      return `is ${shown}, above the maximum ${limit}`;
    case 'exclusiveMinimum':
      return `is ${shown}, not above the exclusive minimum ${limit}`;
    default:
      return `is ${shown}, not below the exclusive maximum ${limit}`;
  }
}

/** `the string “12”`, `the number 1.5`, `an object`. */
function typedValue(value: TreeNode): string {
  const type = typeOf(value);
  if (value.kind !== 'scalar' || value.value === null || typeof value.value === 'boolean') return shownValue(value);
  return `the ${type === 'integer' ? 'number' : type} ${shownValue(value)}`;
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** `an integer`, `null`. */
export function withArticle(type: string): string {
  if (type === 'null') return 'null';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
