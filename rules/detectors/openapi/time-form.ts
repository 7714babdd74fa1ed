import type { Schema } from '#core/openapi/model.ts';
import { isExtension } from '#core/openapi/place.ts';
import type { Location } from '#core/openapi/view.ts';
import { wordsOf } from '#core/text/casing.ts';
import { entriesOf, findEntry, findNode, findValue, itemsOf, type TreeNode } from '#core/tree/tree.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { namedTime } from '#rules/detectors/openapi/time-name.ts';
import { dayNouns, timedEvents } from '#rules/words/time-names.ts';

export type TimeFormat = 'date' | 'date-time';

/**
 * The formats that a bare string called after a time may have, the likelier first: as an example shows, as its text says, else by its
 * name. None for any other schema, and where it is written in another form. `holder` is a parameter that has the schema.
 */
export function lackingTimeFormats(
  schema: Schema,
  name: string,
  text: string | undefined,
  holder?: TreeNode,
): readonly TimeFormat[] {
  if (namedTime(name) === 'none' || soleType(schema) !== 'string' || isSaidOtherwise(schema)) return [];
  const form = shownForm(schema, name, holder) ?? saidForm(text ?? '');
  if (form !== undefined) return form === 'other' ? [] : [form];
  if (namedTime(name) === 'time') return ['date-time'];
  const event = wordsOf(name).at(-2) ?? '';
  const isMoment = (timedEvents.has(event) && !dayNouns.has(event)) || /\btime(?:stamp)?\b/i.test(text ?? '');
  return isMoment ? ['date-time', 'date'] : ['date', 'date-time'];
}

/** Any other keyword about the form of the value decides it in its own way. */
function isSaidOtherwise({ tree, enum: values }: Schema): boolean {
  if (values !== undefined || keywords.some((keyword) => findEntry(tree, keyword) !== undefined)) return true;
  return entriesOf(tree).some(({ key }) => isExtension(key.value) && /date|time|format|type/i.test(key.value));
}

const keywords = [
  'format',
  'pattern',
  'maxLength',
  'minLength',
  'oneOf',
  'anyOf',
  'allOf',
  '$ref',
  'contentEncoding',
  'items',
];

/** A form, or one that no format is registered for. */
type Form = TimeFormat | 'other' | undefined;

function shownForm({ tree, location }: Schema, name: string, holder: TreeNode | undefined): Form {
  const owners = [tree, ...(holder === undefined ? [] : [holder])];
  const own = owners.flatMap((owner) => [...examplesOf(owner), findValue(owner, 'default')]);
  const around = examplesOf(objectAround(location)).map((example) => findValue(example, name));
  const [first] = [...own, ...around].filter((value) => value !== undefined && !isNull(value));
  if (first === undefined) return undefined;
  return first.kind === 'scalar' && typeof first.value === 'string' ? formOf(first.value) : 'other';
}

function examplesOf(tree: TreeNode | undefined): readonly (TreeNode | undefined)[] {
  const listed = findValue(tree, 'examples');
  const named = entriesOf(listed).map(({ value }) => findValue(value, 'value'));
  return [findValue(tree, 'example'), findValue(tree, 'x-example'), itemsOf(listed)[0], named[0]];
}

function isNull(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The schema that a property is one of. */
function objectAround({ section, parent }: Location): TreeNode | undefined {
  if (parent?.key !== 'properties' || parent.parent === undefined) return undefined;
  const steps: string[] = [];
  for (let at = parent.parent; at.parent !== undefined; at = at.parent) steps.push(at.key);
  return findNode(section.tree, steps.reverse());
}

function formOf(text: string): Form {
  return [...forms].find(([, form]) => form.test(text))?.[0] ?? 'other';
}

/** RFC 3339 §5.6. */
const forms: ReadonlyMap<TimeFormat, RegExp> = new Map([
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/],
]);

/** What a text says of the form. */
function saidForm(text: string): Form {
  const shown = /\d{4}-\d\d-\d\d(?:[Tt ]\d\d[\d:.]*(?:[Zz]|[+-]\d\d:?\d\d)?)?/.exec(text)?.[0];
  if (shown !== undefined) return formOf(shown);
  if (/\byyyy-mm-dd(?!['"t]*\s*hh|t)/i.test(text)) return 'date';
  if (/\byyyy-mm-dd['"]?t['"]?hh:mm:ss\S*(?:z|x|\+)/i.test(text)) return 'date-time';
  return otherForm.test(text) ? 'other' : undefined;
}

const otherForm =
  /\b(?:y{2,4}|m{1,2}|d{1,2}|hh)[-/.:]|\d\/\d|\brfc[ -]?(?:822|850|1123|2822|7231)\b|\bbut\b|\bunix\b|\bepoch\b|\brelative\b|\bformatted\b|\blocal(?:i[sz]ed)?\b|\bhuman\b|\b(?:milli)?seconds?\b|\bms\b|\bformat:|\btime ?zone\b|\bduration\b|\binterval\b|\bcron\b|\bnatural language\b|\bstring or\b|\bdate,? or (?:an? )?(?:date[- ]?)?time|\bdate[- ]?time,? or (?:an? )?date\b/i;
