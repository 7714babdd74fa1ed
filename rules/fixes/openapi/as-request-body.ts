import type { DescriptionContext } from '#core/openapi/model.ts';
import { methods } from '#core/openapi/spec/methods.ts';
import type { Change, Fix, Survey } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findEntry, findNode, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { meantMediaTypes } from '#rules/fixes/openapi/meant-media-types.ts';

type PlainMap = { readonly [key: string]: PlainValue };

/** The parameters of one operation that are its body, or fields of its form, as 2.0 writes them. */
export interface BodyParameters {
  /** From the root of the file to the operation. */
  readonly above: readonly string[];
  readonly place: 'body' | 'formData';
  /** True where the operation has no others. */
  readonly isAll: boolean;
  /** Index and value of each. */
  readonly found: readonly (readonly [index: number, value: PlainMap])[];
}

/** Those beside the parameter whose `in` stands at a pointer; undefined where it is no item of an operation's own list. */
export function bodyParameters(section: TreeSection, pointer: readonly string[]): BodyParameters | undefined {
  const above = pointer.slice(0, -3);
  const isListed = pointer.at(-3) === 'parameters' && methods.has(above.at(-1) ?? '');
  const list = isListed ? findNode(section.tree, pointer.slice(section.pointer.length, -2)) : undefined;
  const place = findNode(section.tree, pointer.slice(section.pointer.length));
  if (list?.kind !== 'list' || place?.kind !== 'scalar') return undefined;
  if (place.value !== 'body' && place.value !== 'formData') return undefined;
  const found = list.items.flatMap((item, index) => {
    const value = toPlainValue(item);
    return isMap(value) && value['in'] === place.value ? [[index, value] as const] : [];
  });
  return { above, place: place.value, isAll: found.length === list.items.length, found };
}

/** Writes them as the request body of the operation. Undefined where one is there, or something would be lost. */
export function asRequestBody(
  { above, place, isAll, found }: BodyParameters,
  { uri, tree, pointer }: TreeSection,
  { rootUri }: DescriptionContext,
): Fix | undefined {
  const operation = findNode(tree, above.slice(pointer.length));
  const values = found.map(([, value]) => value);
  const isClear = place === 'body' ? values.length === 1 && values.every(isBody) : values.every(isField);
  if (!isClear || findEntry(operation, 'requestBody') !== undefined) return undefined;
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const said = meantMediaTypes(survey, uri, above, true);
    const value = place === 'body' ? bodyOf(values[0] ?? {}, said) : formOf(values, said);
    const remove = (steps: readonly string[]): Change => ({ kind: 'remove', uri, pointer: [...above, ...steps] });
    // From the last on, so that no index moves before its turn.
    const indexes = found.map(([index]) => String(index)).reverse();
    const removals = isAll ? [remove(['parameters'])] : indexes.map((index) => remove(['parameters', index]));
    return [{ kind: 'set', uri, pointer: [...above, 'requestBody'], value, before: ['responses'] }, ...removals];
  };
  const title = `Write the ${place === 'body' ? 'body' : 'form'} as “requestBody”`;
  return { title, safety: 'review', changes: { rootUri, make } };
}

const bodyKeys = new Set(['name', 'in', 'description', 'required', 'schema']);

function isBody(value: PlainMap): boolean {
  return isMap(value['schema']) && Object.keys(value).every((key) => bodyKeys.has(key));
}

/** How lists are written in a form, and that a field may be empty, is said otherwise in 3.x. */
function isField(value: PlainMap): boolean {
  return typeof value['name'] === 'string' && ['collectionFormat', 'allowEmptyValue'].every((key) => !(key in value));
}

function bodyOf({ description, required, schema = {} }: PlainMap, types: readonly string[]): PlainValue {
  return {
    ...(description !== undefined && { description }),
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
    ...(required === true && { required }),
  };
}

const forms = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;

function formOf(fields: readonly PlainMap[], said: readonly string[]): PlainValue {
  const properties = Object.fromEntries(fields.map((field) => [String(field['name']), propertyOf(field)]));
  const required = fields.flatMap((field) => (field['required'] === true ? [String(field['name'])] : []));
  const schema = { type: 'object', ...(required.length > 0 && { required }), properties };
  const usual = fields.some(({ type }) => type === 'file') ? forms[0] : forms[1];
  const types = said.filter((type) => type === forms[0] || type === forms[1]);
  return { content: Object.fromEntries((types.length > 0 ? types : [usual]).map((type) => [type, { schema }])) };
}

function propertyOf({ name: _name, in: _in, required: _required, schema, type, ...others }: PlainMap): PlainValue {
  const own: PlainMap = isMap(schema) ? schema : {};
  if (type === 'file') return { type: 'string', format: 'binary', ...others, ...own };
  return { ...(type !== undefined && { type }), ...others, ...own };
}
