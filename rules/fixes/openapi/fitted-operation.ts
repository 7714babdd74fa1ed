import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { type NounPair, speaksOf, withNouns } from '#rules/fixes/openapi/renamed-nouns.ts';

/** What a copied operation is made to fit by. */
export interface Fitting {
  readonly pairs: readonly NounPair[];
  /** What an absolute reference becomes; undefined where it is about the other thing, and there is nothing like it for this one. */
  readonly reference: (target: string) => string | undefined;
  /** The value of a schema that is not the thing but holds things: a list, a page; undefined for any other. */
  readonly held: (target: string) => PlainValue | undefined;
  /** True for what several resources answer: it is about none of them. */
  readonly isShared: (target: string) => boolean;
  /** The schemas of the thing itself; `answered` is undefined where the thing is not answered. */
  readonly answered: PlainValue | undefined;
  /** What is answered where the other thing’s answer tells nothing. */
  readonly success: PlainValue;
  readonly sent: PlainValue;
}

type PlainMap = { readonly [key: string]: PlainValue };

/** The responses of another operation, about this thing; errors that say what only the other one has are left out. */
export function fittedResponses(responses: PlainValue | undefined, fitting: Fitting): PlainValue {
  if (!isMap(responses)) return {};
  const entries = Object.entries(responses).flatMap(([status, response]): (readonly [string, PlainValue])[] => {
    const isSuccess = /^2/.test(status);
    const fitted = isMap(response)
      ? fittedPart(response, fitting, isSuccess ? fitting.answered : undefined)
      : undefined;
    if (fitted !== undefined) return [[status, fitted]];
    return isSuccess ? [[status, fitting.success]] : [];
  });
  return Object.fromEntries(entries);
}

/** A response or a body; undefined where it refers to one of the other thing only. `own`: the schema of the thing itself there. */
export function fittedPart(part: PlainMap, fitting: Fitting, own: PlainValue | undefined): PlainMap | undefined {
  const { $ref: target } = part;
  if (typeof target === 'string') {
    const reference = fitting.reference(target);
    return reference === undefined ? undefined : { $ref: reference };
  }
  return fittedMap(part, fitting, own);
}

function fittedMap(map: PlainMap, fitting: Fitting, own: PlainValue | undefined): PlainMap {
  const entries = Object.entries(map).flatMap(([key, value]): (readonly [string, PlainValue])[] => {
    if (/^examples?$|^links$|^x-/.test(key)) return [];
    if (key === 'schema') return [[key, fittedSchema(value, fitting, own, true)]];
    if (typeof value === 'string') return [[key, withNouns(value, fitting.pairs)]];
    return [[key, isMap(value) ? fittedMap(value, fitting, own) : value]];
  });
  return Object.fromEntries(entries);
}

/** `isWhole`: it is what is sent or answered, or an item of it: then it is the thing, or holds it. */
function fittedSchema(schema: PlainValue, fitting: Fitting, own: PlainValue | undefined, isWhole: boolean): PlainValue {
  if (!isMap(schema)) return schema;
  if (typeof schema['$ref'] === 'string') return fittedReference(schema, schema['$ref'], fitting, own, isWhole);
  const { items, properties, allOf } = schema;
  const rest = withoutExamples(schema);
  const part = (value: PlainValue): PlainValue => fittedSchema(value, fitting, own, isOfThing(value, fitting));
  const property = (value: PlainValue): PlainValue =>
    fittedSchema(value, fitting, own, isMap(value) && speaksOf(targetIn(value), fitting.pairs));
  if (items !== undefined) {
    const isInline = isWhole && isMap(items) && items['$ref'] === undefined;
    return { ...rest, items: isInline && own !== undefined ? own : fittedSchema(items, fitting, own, isWhole) };
  }
  if (allOf !== undefined && isList(allOf)) return { ...rest, allOf: allOf.map(part) };
  if (!isMap(properties)) return isWhole && own !== undefined ? own : rest;
  // An object that holds no other is the thing itself.
  const isHolder = Object.values(properties).some((value) => isMap(value) && ('$ref' in value || 'items' in value));
  if (isWhole && own !== undefined && !isHolder) return own;
  const named = (name: PlainValue): PlainValue => (typeof name === 'string' ? withNouns(name, fitting.pairs) : name);
  const { required } = rest;
  return {
    ...rest,
    ...(required !== undefined && isList(required) ? { required: required.map(named) } : {}),
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [withNouns(name, fitting.pairs), property(value)]),
    ),
  };
}

function fittedReference(
  schema: PlainMap,
  target: string,
  fitting: Fitting,
  own: PlainValue | undefined,
  isWhole: boolean,
): PlainValue {
  const reference = fitting.reference(target);
  const isKept = reference !== target || own === undefined || !isWhole || fitting.isShared(target);
  if (reference !== undefined && isKept) return { ...schema, $ref: reference };
  const held = isWhole ? fitting.held(target) : undefined;
  if (held !== undefined) return fittedSchema(held, fitting, own, true);
  return own ?? { type: 'object' };
}

/** What is written out, and what refers to something called like the thing. */
function isOfThing(value: PlainValue, { pairs }: Fitting): boolean {
  const target = isMap(value) ? targetIn(value) : '';
  return target === '' || speaksOf(target, pairs);
}

/** What a schema, or its items, refer to; empty where they are written out. */
function targetIn({ $ref: own, items }: PlainMap): string {
  const target = items !== undefined && isMap(items) ? items['$ref'] : own;
  return typeof target === 'string' ? target : '';
}

function withoutExamples(schema: PlainMap): PlainMap {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !/^examples?$|^x-/.test(key)));
}
