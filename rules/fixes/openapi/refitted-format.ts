import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix } from '#core/rule.ts';
import { findValue, itemsOf } from '#core/tree/tree.ts';

/** A format of numbers at a text: the number it is one of, where nothing beside tells of texts. */
export function asNumber(schema: Schema, format: string): readonly Fix[] {
  const { tree } = schema;
  // Of branches the next one may be the number already.
  const isOneType = findValue(tree, 'type')?.kind === 'scalar' && schema.role !== 'branch';
  if (!isOneType || toldByTexts.some((key) => findValue(tree, key) !== undefined)) return [];
  const type = format === 'float' || format === 'double' ? 'number' : 'integer';
  return [{ title: `Change the type to “${type}”`, safety: 'review', changes: [setting(schema, 'type', type)] }];
}

const toldByTexts = ['example', 'examples', 'default', 'enum', 'const', 'pattern', 'minLength', 'maxLength'];

/** A format of strings at something else. What the values that are written beside tell: that the type is meant, or that they are seconds; without any a string is. */
export function asString(schema: Schema, format: string): readonly Fix[] {
  const { tree } = schema;
  const seen = [findValue(tree, 'example'), itemsOf(findValue(tree, 'examples'))[0], findValue(tree, 'default')];
  const [first] = seen.filter((value) => value !== undefined);
  const isNumber = first?.kind === 'scalar' && typeof first.value === 'number';
  if (first === undefined && findValue(tree, 'enum') === undefined) {
    return [{ title: 'Change the type to “string”', safety: 'review', changes: [setting(schema, 'type', 'string')] }];
  }
  if (!isNumber || format !== 'date-time') return [];
  return [{ title: 'Write “unixtime” instead', safety: 'review', changes: [setting(schema, 'format', 'unixtime')] }];
}

export function setting({ section, location }: Schema, key: string, value: string) {
  return { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), key], value } as const;
}

export function withoutFormat({ section, location }: Schema): Fix {
  const change = { kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), 'format'] } as const;
  return { title: 'Remove the format', safety: 'review', changes: [change] };
}
