import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { capitalised } from '#core/text/casing.ts';
import type { ContentChange } from '#rules/detectors/change/content-changes.ts';

/** `“lines[].price” of “Order” was a number and is a string.` */
export function changeSentence({ difference, holder }: ContentChange): string {
  return `${capitalised(subjectOf(difference, holder))} ${differenceWords(difference)}.`;
}

function subjectOf({ path, what, name }: SchemaDifference, holder: string): string {
  const isOfProperty = ofProperty.has(what);
  const text = pathText(isOfProperty ? [...path, name] : path);
  return text === '' ? holder : `“${text}” of ${holder}`;
}

/** They are about one of the schema's properties, by its name. */
const ofProperty: ReadonlySet<SchemaDifference['what']> = new Set([
  'required',
  'required-property',
  'property-removed',
  'optional-property-removed',
]);

/** `lines[].price`; branches are not shown. */
function pathText(path: readonly string[]): string {
  let text = '';
  for (const step of path) {
    if (step === '[]' || step === '{}') text += step;
    else if (step !== 'oneOf' && step !== 'anyOf') text += text === '' ? step : `.${step}`;
  }
  return text;
}

function differenceWords({ what, effect, name, before, after }: SchemaDifference): string {
  switch (what) {
    case 'type':
      return `was ${typeWords(before)} and is ${typeWords(after)}`;
    case 'null':
      return effect === 'widened' ? 'may be null now' : 'may be null no longer';
    case 'format':
      return `had ${formatWords(before)} and has ${formatWords(after)}`;
    case 'values':
      if (name !== '') return effect === 'narrowed' ? `does not list ${name} any more` : `lists ${name} now, too`;
      return effect === 'narrowed' ? `may only be ${after} now` : `may be anything now, not only ${before}`;
    case 'bound':
    case 'multiple':
      return boundWords(name, before, after);
    case 'pattern':
      return effect === 'narrowed'
        ? 'has to match a pattern now'
        : effect === 'widened'
          ? 'need not match a pattern any more'
          : 'has to match another pattern now';
    case 'required':
      return effect === 'narrowed' ? 'is required now' : 'is not required any more';
    case 'required-property':
      return 'is new and required';
    case 'property-removed':
    case 'optional-property-removed':
      return 'is gone';
    case 'open':
      return effect === 'narrowed' ? 'takes fewer additional properties' : 'may have more additional properties now';
    case 'branch':
      return before !== undefined
        ? `has ${before} fewer ${plural(before)} in “${name}”`
        : `has ${after} more ${plural(after ?? '')} in “${name}”`;
    case 'unique':
      return effect === 'narrowed' ? 'takes each item only once now' : 'may hold an item twice now';
    case 'default':
      return `had ${valueWords(before)} and has ${valueWords(after)}`;
    case 'read-only':
      return effect === 'narrowed' ? 'is read-only now' : 'is not read-only any more';
    case 'write-only':
      return effect === 'widened' ? 'is write-only now' : 'is not write-only any more';
    case 'discriminator':
      return 'is told apart by another discriminator now';
    case 'other':
      return `has another “${name}” now`;
    default:
      return what satisfies never;
  }
}

function plural(count: string): string {
  return count === '1' ? 'alternative' : 'alternatives';
}

function typeWords(types: string | undefined): string {
  return types === undefined || types === '' ? 'of any type' : `of type ${types}`;
}

function formatWords(format: string | undefined): string {
  return format === undefined ? 'no format' : `the format “${format}”`;
}

function valueWords(value: string | undefined): string {
  return value === undefined ? 'no default' : `the default ${value}`;
}

function boundWords(name: string, before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `has the \`${name}\` ${after} now`;
  if (after === undefined) return `has no \`${name}\` any more (it was ${before})`;
  return `had the \`${name}\` ${before} and has ${after}`;
}
