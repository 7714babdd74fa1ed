import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongValue } from '#core/openapi/spec/fault.ts';
import type { Fix } from '#core/rule.ts';

/** 3.0: what was `type: file` in 2.0 is text in the format `binary`. */
export function asBinary(
  { object, field, text, pointer }: WrongValue,
  version: OpenApiVersion,
  uri: string,
): Fix | undefined {
  if (version === '2.0' || object !== 'schema' || field !== 'type' || text !== 'file') return undefined;
  const format = [...pointer.slice(0, -1), 'format'];
  return {
    title: 'Write “type: string” with “format: binary”',
    safety: 'review',
    changes: [
      { kind: 'set', uri, pointer, value: 'string' },
      { kind: 'set', uri, pointer: format, value: 'binary', after: ['type'] },
    ],
  };
}
