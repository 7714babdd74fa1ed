import type {
  Condition,
  FieldSpec,
  KeyForm,
  ObjectName,
  ObjectSpec,
  TextForm,
  ValueShape,
} from '#core/openapi/spec/spec.ts';

export const text: ValueShape = { kind: 'text' };
export const markdown: ValueShape = textIn('markdown');
export const url: ValueShape = textIn('url');
export const flag: ValueShape = { kind: 'boolean' };
export const number: ValueShape = { kind: 'number' };
export const integer: ValueShape = { kind: 'integer' };
export const any: ValueShape = { kind: 'any' };
export const anyList: ValueShape = listOf(any);
export const textList: ValueShape = listOf(text);

export function textIn(form: TextForm): ValueShape {
  return { kind: 'text', form };
}

/** One of these texts. */
export function oneOf(...values: readonly string[]): ValueShape {
  return { kind: 'text', values };
}

/** One of these texts, or another. */
export function mostly(...values: readonly string[]): ValueShape {
  return { kind: 'text', values, isOpen: true };
}

export function object(of: ObjectName): ValueShape {
  return { kind: 'object', of };
}

export function orReference(of: ObjectName): ValueShape {
  return { kind: 'object', of, orReference: true };
}

export function listOf(of: ValueShape, least?: number): ValueShape {
  return least === undefined ? { kind: 'list', of } : { kind: 'list', of, least };
}

/** A list of texts of which none stands twice. */
export function setOf(of: ValueShape, least?: number): ValueShape {
  return least === undefined ? { kind: 'list', of, isSet: true } : { kind: 'list', of, least, isSet: true };
}

export function mapOf(of: ValueShape, keys?: KeyForm): ValueShape {
  return keys === undefined ? { kind: 'map', of } : { kind: 'map', of, keys };
}

export function either(...of: readonly ValueShape[]): ValueShape {
  return { kind: 'either', of };
}

export function field(value: ValueShape, about: string): FieldSpec {
  return { value, about };
}

export function required(value: ValueShape, about: string): FieldSpec {
  return { value, about, isRequired: true };
}

/** A field that means something only where another has one of these values. */
export function fieldWith(condition: Condition, value: ValueShape, about: string): FieldSpec {
  return { value, about, onlyWith: condition };
}

/** A field that must stand where another has one of these values, and means something only there. */
export function requiredWith(condition: Condition, value: ValueShape, about: string): FieldSpec {
  return { value, about, onlyWith: condition, requiredWith: condition };
}

/** A field that means nothing where another has one of these values. */
export function besides(condition: Condition, spec: FieldSpec): FieldSpec {
  return { ...spec, notWith: condition };
}

/** The field where it need not stand. */
export function optional({ isRequired: _, ...spec }: FieldSpec): FieldSpec {
  return spec;
}

export function deprecated(spec: FieldSpec): FieldSpec {
  return { ...spec, isDeprecated: true };
}

export function when(name: string, ...values: readonly string[]): Condition {
  return { field: name, values };
}

type Change = Partial<Omit<ObjectSpec, 'fields'>> & {
  readonly fields?: ObjectSpec['fields'];
  readonly without?: readonly string[];
};

/** An object as a later version has it: what it adds or says anew, and what it has no longer. */
export function changed(base: ObjectSpec | undefined, { fields, without = [], ...rest }: Change): ObjectSpec {
  const kept = Object.entries(base?.fields ?? {}).filter(([name]) => !without.includes(name));
  return { ...unnamed, ...base, ...rest, fields: { ...Object.fromEntries(kept), ...fields } };
}

const unnamed = { title: '', anchor: '', about: '', isExtensible: true } as const;
