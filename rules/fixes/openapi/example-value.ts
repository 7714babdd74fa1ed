import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findNumber, findValue, itemsOf, type PlainValue, toPlainValue } from '#core/tree/tree.ts';

/** A value that fits a schema: its own example or default where it has one, else made from types and formats. */
export function exampleValue(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>, depth = 0): PlainValue {
  const parts = combinedSchemas(schema, scope);
  const given = parts.map(givenValue).find((value) => value !== undefined);
  if (given !== undefined) return given;
  const choice = parts.flatMap(({ oneOf, anyOf }) => [...oneOf, ...anyOf])[0];
  const type = parts.flatMap(({ types }) => types).find((name) => name !== 'null');
  if (type === undefined && choice !== undefined) return exampleValue(choice, scope, depth);
  if (type === 'object' || parts.some(({ properties }) => properties.length > 0))
    return objectValue(parts, scope, depth);
  if (type === 'array') return listValue(parts, scope, depth);
  return scalarValue(type, parts);
}

function givenValue({ tree, enum: values }: Schema): PlainValue | undefined {
  const written = findValue(tree, 'example') ?? itemsOf(findValue(tree, 'examples'))[0] ?? findValue(tree, 'default');
  return written === undefined ? values?.[0]?.value : toPlainValue(written);
}

/** Required properties always, the others until the value has become deep. */
function objectValue(parts: readonly Schema[], scope: Pick<Scope, 'resolve'>, depth: number): PlainValue {
  const required = new Set(parts.flatMap((part) => part.required.map(({ value }) => value)));
  const written = parts
    .flatMap(({ properties }) => properties)
    .filter(({ name }) => depth < 5 && (depth < 2 || required.has(name.value)))
    .map(({ name, schema }) => [name.value, exampleValue(schema, scope, depth + 1)]);
  return Object.fromEntries(written);
}

function listValue(parts: readonly Schema[], scope: Pick<Scope, 'resolve'>, depth: number): PlainValue {
  const items = parts.find((part) => part.items !== undefined)?.items;
  return items === undefined || depth >= 4 ? [] : [exampleValue(items, scope, depth + 1)];
}

function scalarValue(type: string | undefined, parts: readonly Schema[]): PlainValue {
  if (type === 'integer' || type === 'number') return smallest(parts) ?? 1;
  if (type === 'boolean') return true;
  const format = parts.find((part) => part.format !== undefined)?.format?.value ?? '';
  return formats.get(format) ?? 'string';
}

function smallest(parts: readonly Schema[]): number | undefined {
  return parts.map(({ tree }) => findNumber(tree, 'minimum')?.value).find((value) => value !== undefined);
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
