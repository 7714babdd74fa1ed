import type { Fault } from '#core/openapi/validate/fault.ts';
import { valueKey } from '#core/openapi/validate/value-key.ts';
import { typeOf } from '#core/openapi/validate/value-keywords.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Cause } from '#core/rule.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { faultOfMany } from '#rules/detectors/openapi/fault-words.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';

/**
 * What examples have in common that are wrong alike: the place in a schema that says so. Undefined for faults that each have a reason of
 * their own.
 */
export function faultCause(fault: Fault, fixTitle: Cause['fixTitle'] | undefined): Cause | undefined {
  const detail = detailOf(fault);
  if (detail === undefined) return undefined;
  const { location } = fault.schema;
  const { section } = location;
  const pointer = pointerOf(location);
  return {
    key: `${section.uri}#${pointer.join('/')} ${fault.keyword} ${detail}`,
    message: (count) => `In ${count} examples ${nameOf(pointer)} ${faultOfMany(fault)}.`,
    ...(fixTitle && { fixTitle }),
    place: { section, span: keywordSpan(fault) },
  };
}

/** Where the schema says what is not so: the keyword, or the whole schema where that is `false`. */
export function keywordSpan({ schema: { tree }, keyword }: Fault) {
  return entriesOf(tree).find(({ key }) => key.value === keyword)?.key.span ?? tree.span;
}

/** Longer values are told one by one. */
const longestKey = 80;

function detailOf(fault: Fault): string | undefined {
  switch (fault.kind) {
    case 'type':
      return typeOf(fault.value);
    case 'enum':
    case 'pattern':
    case 'bound': {
      const key = fault.value.kind === 'scalar' ? valueKey(fault.value) : '';
      return key === '' || key.length > longestKey ? undefined : key;
    }
    case 'missing':
      return `${fault.names.length} ${fault.names.slice(0, 5).join()}`;
    case 'missing-with':
      return `${fault.because} ${fault.name}`;
    case 'extra-property':
    case 'property-name':
      return fault.key.value;
    case 'nothing':
    case 'none-fits':
    case 'several-fit':
    case 'forbidden':
      return fault.kind;
    default:
      return undefined;
  }
}

/** The name of a property or of a component. */
function nameOf(pointer: readonly string[]): string {
  const [name = '', holder, ...others] = [...pointer].reverse();
  if (holder === 'properties' || holder === 'schemas' || holder === 'definitions') return `“${shortened(name)}”`;
  if (name === 'items' && holder !== undefined && others[0] === 'properties')
    return `an item of “${shortened(holder)}”`;
  return 'the value';
}
