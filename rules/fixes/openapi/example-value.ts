import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import { faultsOf } from '#core/openapi/validate/faults-of.ts';
import { plainTree } from '#core/openapi/validate/plain-tree.ts';
import type { Scope } from '#core/rule.ts';
import { findNumber, findValue, itemsOf, type PlainValue, toPlainValue } from '#core/tree/tree.ts';

/**
 * A value for a schema: its own example or default where it has one that fits, else made from types and formats. Undefined where what is
 * made does not fit.
 */
export function exampleValue(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): PlainValue | undefined {
  const value = likelyValue(schema, scope, 0);
  return fits(value, schema, scope) ? value : undefined;
}

function fits(value: PlainValue, schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): boolean {
  const resolved = scope.resolve(schema);
  if (resolved === undefined) return true;
  const reading = { scope, version: resolved.context.version, direction: 'either', isLenient: false } as const;
  return faultsOf(plainTree(value), resolved, reading).length === 0;
}

function likelyValue(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>, depth: number): PlainValue {
  const parts = combinedSchemas(schema, scope);
  const given = parts.flatMap(givenValues).find((value) => fits(value, schema, scope));
  if (given !== undefined) return given;
  const choice = parts.flatMap(({ oneOf, anyOf }) => [...oneOf, ...anyOf])[0];
  const type = parts.flatMap(({ types }) => types).find((name) => name !== 'null');
  if (type === undefined && choice !== undefined) return likelyValue(choice, scope, depth);
  if (type === 'object' || parts.some(({ properties }) => properties.length > 0))
    return objectValue(parts, scope, depth);
  if (type === 'array') return listValue(parts, scope, depth);
  return scalarValue(type, parts);
}

function givenValues({ tree, enum: values }: Schema): readonly PlainValue[] {
  const examples = itemsOf(findValue(tree, 'examples'));
  const written = [findValue(tree, 'example'), ...examples, findValue(tree, 'default'), values?.[0]];
  return written.flatMap((node) => (node === undefined ? [] : [toPlainValue(node)]));
}

/** Required properties always, the others until the value has become deep. */
function objectValue(parts: readonly Schema[], scope: Pick<Scope, 'resolve'>, depth: number): PlainValue {
  const required = new Set(parts.flatMap((part) => part.required.map(({ value }) => value)));
  const written = parts
    .flatMap(({ properties }) => properties)
    .filter(({ name }) => depth < 5 && (depth < 2 || required.has(name.value)))
    .map(({ name, schema }) => [name.value, likelyValue(schema, scope, depth + 1)]);
  return Object.fromEntries(written);
}

function listValue(parts: readonly Schema[], scope: Pick<Scope, 'resolve'>, depth: number): PlainValue {
  const items = parts.find((part) => part.items !== undefined)?.items;
  return items === undefined || depth >= 4 ? [] : [likelyValue(items, scope, depth + 1)];
}

function scalarValue(type: string | undefined, parts: readonly Schema[]): PlainValue {
  if (type === 'integer' || type === 'number') return numberWithin(parts);
  if (type === 'boolean') return true;
  const format = parts.find((part) => part.format !== undefined)?.format?.value ?? '';
  return formats.get(format) ?? textWithin(parts);
}

function numberWithin(parts: readonly Schema[]): number {
  const least = limitIn(parts, 'minimum') ?? limitIn(parts, 'exclusiveMinimum');
  const most = limitIn(parts, 'maximum');
  if (least !== undefined) return limitIn(parts, 'minimum') === undefined ? least + 1 : least;
  return most !== undefined && most < 1 ? most : 1;
}

/** As many times the word `string` as it takes. */
function textWithin(parts: readonly Schema[]): string {
  const [least = 0, most] = [limitIn(parts, 'minLength'), limitIn(parts, 'maxLength')];
  const text = 'string'.repeat(Math.max(1, Math.ceil(Math.min(least, longestText) / 'string'.length)));
  return most === undefined ? text : text.slice(0, Math.max(most, 0));
}

const longestText = 200;

function limitIn(parts: readonly Schema[], keyword: string): number | undefined {
  return parts.map(({ tree }) => findNumber(tree, keyword)?.value).find((value) => value !== undefined);
}

const formats: ReadonlyMap<string, string> = new Map([
  ['date', '2026-01-31'],
  ['date-time', '2026-01-31T09:30:00Z'],
  ['time', '09:30:00Z'],
  ['duration', 'PT15M'],
  ['email', 'ada@example.com'],
  ['uri', 'https://example.com/'],
  ['uri-reference', '/'],
  ['hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uuid', '6f1c1f0e-6c0a-4c4e-9d3b-2f6a3f0f9a11'],
]);
