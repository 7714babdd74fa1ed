import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, findString, findValue } from '#core/tree/tree.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';

/** Gives a schema another type and format; undefined where values or limits beside would not fit, or where it is written elsewhere. */
export function fitType(
  schema: Schema,
  type: string,
  format: string | undefined,
): readonly [TreeChange, ...TreeChange[]] | undefined {
  const { section, location, tree, types } = schema;
  // What a list holds is to be said as well.
  if (type === 'array') return undefined;
  if (!isWrittenInPlace(schema, 'type') || fitted.some((key) => findEntry(tree, key) !== undefined)) return undefined;
  const uri = section.uri;
  const pointer = pointerOf(location);
  const isList = findValue(tree, 'type')?.kind === 'list';
  const value = isList && types.includes('null') ? [type, 'null'] : type;
  const isOther = !types.includes(type);
  const changes: TreeChange[] = isOther ? [{ kind: 'set', uri, pointer: [...pointer, 'type'], value }] : [];
  const written = findString(tree, 'format')?.value;
  if (format !== undefined && written !== format)
    changes.push({ kind: 'set', uri, pointer: [...pointer, 'format'], value: format, after: ['type'] });
  if (format === undefined && written !== undefined)
    changes.push({ kind: 'remove', uri, pointer: [...pointer, 'format'] });
  const [first, ...others] = changes;
  return first && [first, ...others];
}

const fitted = [
  'example',
  'examples',
  'default',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
];
