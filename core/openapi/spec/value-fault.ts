import type { Label } from '#core/openapi/place.ts';
import type { Fault, RepeatedItem, StrayReference, TooShort } from '#core/openapi/spec/fault.ts';
import type { KnownField } from '#core/openapi/spec/known-objects.ts';
import type { TextShape, ValueShape } from '#core/openapi/spec/spec.ts';
import { hasForm } from '#core/openapi/spec/text-forms.ts';
import { isEmptyValue, type ListNode, type ScalarNode, type TreeNode } from '#core/tree/tree.ts';

/** Of several shapes the one that is of the type of the value; the first where none is. */
export function chosen(shapes: readonly ValueShape[], value: TreeNode): ValueShape {
  for (const shape of shapes) if (isOfType(value, shape)) return shape;
  return shapes[0] ?? anyValue;
}

const anyValue: ValueShape = { kind: 'any' };

/**
 * What is wrong with a value that is not entered: its type, or what it says. `expected` is what may stand there, `shape` that of it
 * that was chosen.
 */
export function valueFault(
  value: TreeNode,
  expected: ValueShape,
  shape: ValueShape,
  label: Label,
  field: KnownField | undefined,
  path: readonly string[],
): Fault | undefined {
  if (!isOfType(value, shape)) {
    const isShown = value.kind === 'scalar' && !isEmptyValue(value);
    return {
      kind: 'wrong-type',
      pointer: [...path],
      ...siteOf(field),
      value,
      expected,
      label: isShown ? value : label,
      isRequired: field?.spec.isRequired === true,
      isWithin: expected !== field?.spec.value,
    };
  }
  return shape.kind === 'text' && value.kind === 'scalar' ? textFault(value, shape, field, path) : undefined;
}

/** A `$ref` where none may stand. */
export function strayReference(label: Label, field: KnownField | undefined, path: readonly string[]): StrayReference {
  return { kind: 'stray-reference', pointer: [...path], ...siteOf(field), label };
}

/** A list with fewer items than it needs. */
export function tooShort(
  value: ListNode,
  label: Label,
  field: KnownField | undefined,
  path: readonly string[],
): TooShort {
  return { kind: 'too-short', pointer: [...path], ...siteOf(field), value, label };
}

/** The texts of a list that stand in it already. */
export function* repeatedItems(
  { items }: ListNode,
  field: KnownField | undefined,
  path: readonly string[],
): Iterable<RepeatedItem> {
  const known = new Map<string, ScalarNode>();
  for (const [index, value] of items.entries()) {
    if (value?.kind !== 'scalar' || typeof value.value !== 'string') continue;
    const text = value.value;
    const first = known.get(text);
    if (first === undefined) known.set(text, value);
    else yield { kind: 'repeated-item', pointer: [...path, String(index)], ...siteOf(field), value, text, first };
  }
}

function textFault(
  value: ScalarNode,
  { values, isOpen, form }: TextShape,
  field: KnownField | undefined,
  path: readonly string[],
): Fault | undefined {
  const text = String(value.value);
  if (values !== undefined && !isOpen && !values.includes(text))
    return { kind: 'wrong-value', pointer: [...path], ...siteOf(field), value, text, allowed: values };
  if (form !== undefined && !hasForm(text, form))
    return { kind: 'wrong-form', pointer: [...path], ...siteOf(field), value, text, form };
  return undefined;
}

function siteOf(field: KnownField | undefined): Pick<TooShort, 'object' | 'field'> {
  return { object: field?.object, field: field?.name ?? '' };
}

/** True for a value of the type that this shape has. */
export function isOfType(value: TreeNode, shape: ValueShape): boolean {
  switch (shape.kind) {
    case 'any':
      return true;
    case 'object':
    case 'map':
      return value.kind === 'map';
    case 'list':
      return value.kind === 'list';
    case 'either':
      return isOfOne(value, shape.of);
    case 'integer':
      return value.kind === 'scalar' && Number.isInteger(value.value);
    case 'text':
      return value.kind === 'scalar' && typeof value.value === 'string';
    default:
      return value.kind === 'scalar' && typeof value.value === shape.kind;
  }
}

function isOfOne(value: TreeNode, shapes: readonly ValueShape[]): boolean {
  for (const shape of shapes) if (isOfType(value, shape)) return true;
  return false;
}
