import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix } from '#core/rule.ts';
import { entriesOf, findValue } from '#core/tree/tree.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';

/** Makes a time in RFC 3339 of a schema of another type; none where it says what would not hold for one: limits, examples. */
export function asTime(schema: Schema, title: string): readonly Fix[] {
  const { section, location, tree } = schema;
  const isPlain = entriesOf(tree).every(({ key }) => plainKeys.has(key.value));
  if (!isPlain || findValue(tree, 'type')?.kind !== 'scalar' || !isWrittenInPlace(schema, 'type')) return [];
  const [uri, pointer] = [section.uri, pointerOf(location)];
  const type = { kind: 'set', uri, pointer: [...pointer, 'type'], value: 'string' } as const;
  const format = { kind: 'set', uri, pointer: [...pointer, 'format'], value: 'date-time', after: ['type'] } as const;
  return [{ title: `Make ${title} a string with \`format: date-time\``, safety: 'review', changes: [type, format] }];
}

const plainKeys = new Set(['type', 'format', 'title', 'description', 'readOnly', 'nullable', 'deprecated']);
