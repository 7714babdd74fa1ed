import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongType } from '#core/openapi/spec/fault.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';
import type { ValueShape } from '#core/openapi/spec/spec.ts';
import type { Change, Fix } from '#core/rule.ts';
import { isEmptyValue, type ScalarNode, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { meantForm } from '#rules/detectors/openapi/meant-form.ts';
import { oldSchemaType } from '#rules/fixes/openapi/old-schema-type.ts';

/** The fix that writes what a value of another type plainly means; `text` is that of its section. Undefined where that is not plain. */
export function retyped(fault: WrongType, version: OpenApiVersion, text: string, uri: string): Fix | undefined {
  const { value, expected, pointer, field, isWithin } = fault;
  const isNullType = isEmptyValue(value) && fault.object === 'schema' && field === 'type';
  if (isNullType)
    return isNull(version, value, text)
      ? { title: 'Put null into quotes', safety: 'safe', changes: [set(uri, pointer, 'null')] }
      : undefined;
  if (isEmptyValue(value)) return isWithin || isWanted(fault, version) ? undefined : leaveOut(fault, uri);
  const own = oldSchemaType(fault, version, uri);
  if (own !== undefined) return own;
  if (value.kind === 'scalar') return retypedScalar(fault, value, text, uri);
  if (value.kind !== 'map' || !hasKind(expected, 'list') || isCommented(value, text)) return undefined;
  const title = `Make a list of “${field}”`;
  return isWithin ? undefined : { title, safety: 'review', changes: [set(uri, pointer, [toPlainValue(value)])] };
}

/** From 3.1 on null is a type, called by its name: what is written out is meant. */
function isNull(version: OpenApiVersion, { span }: TreeNode, text: string): boolean {
  return (version === '3.1' || version === '3.2') && text.slice(span.start, span.end) === 'null';
}

/** True for a field that must be there, or one of several that must. */
function isWanted({ object, field, isRequired }: WrongType, version: OpenApiVersion): boolean {
  const groups = (object && objectOf(version, object)?.needsOneOf) ?? [];
  return isRequired || groups.some((names) => names.includes(field));
}

/** What is empty says nothing; but where nothing of its own is said of security, other things hold. */
function leaveOut({ pointer, field }: WrongType, uri: string): Fix | undefined {
  if (field === 'security' || field === 'schema') return undefined;
  return { title: `Remove the empty “${field}”`, safety: 'safe', changes: [{ kind: 'remove', uri, pointer }] };
}

function retypedScalar(
  { expected, pointer, field }: WrongType,
  value: ScalarNode,
  text: string,
  uri: string,
): Fix | undefined {
  const written = text.slice(value.span.start, value.span.end);
  if (typeof value.value !== 'string') {
    if (!hasKind(expected, 'text') || /[&*!#\n]/.test(written)) return undefined;
    const whole =
      expected.kind === 'text' && expected.form !== undefined ? meantForm(written, expected.form) : undefined;
    if (whole !== undefined) return { title: `Write “${whole}”`, safety: 'safe', changes: [set(uri, pointer, whole)] };
    return { title: `Put ${written} into quotes`, safety: 'safe', changes: [set(uri, pointer, written)] };
  }
  const truth = truths.get(value.value.toLowerCase());
  if (truth !== undefined && hasKind(expected, 'boolean'))
    return { title: `Write ${truth} for “${value.value}”`, safety: 'review', changes: [set(uri, pointer, truth)] };
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value.value);
  if (
    isNumber &&
    (hasKind(expected, 'number') || (hasKind(expected, 'integer') && Number.isInteger(Number(value.value))))
  )
    return {
      title: `Write ${value.value} without quotes`,
      safety: 'review',
      changes: [set(uri, pointer, Number(value.value))],
    };
  if (!listsText(expected) || value.value === '') return undefined;
  const safety = field === 'tags' ? 'safe' : 'review';
  return { title: `Make a list of “${field}”`, safety, changes: [set(uri, pointer, [value.value])] };
}

const truths = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
]);

function set(uri: string, pointer: readonly string[], value: ReturnType<typeof toPlainValue>): Change {
  return { kind: 'set', uri, pointer, value };
}

function hasKind(shape: ValueShape, kind: ValueShape['kind']): boolean {
  return shape.kind === kind || (shape.kind === 'either' && shape.of.some((one) => hasKind(one, kind)));
}

function listsText(shape: ValueShape): boolean {
  return shape.kind === 'list'
    ? shape.of.kind === 'text' || shape.of.kind === 'any'
    : shape.kind === 'either' && shape.of.some(listsText);
}

function isCommented({ span }: TreeNode, text: string): boolean {
  return text.slice(span.start, span.end).includes('#');
}
