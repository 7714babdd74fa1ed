import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix } from '#core/rule.ts';

/** Writes a format into the schema of what has this name. */
export function sayFormat({ section, location }: Schema, name: string, value: string): Fix {
  const pointer = [...pointerOf(location), 'format'];
  const change = { kind: 'set', uri: section.uri, pointer, value, after: ['type'] } as const;
  return { title: `Say \`format: ${value}\` of “${name}”`, safety: 'review', changes: [change] };
}
