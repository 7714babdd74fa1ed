import type { DescriptionContext } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Change, Fix, Survey } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findEntry, findValue, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { quoted } from '#rules/detectors/openapi/spec-words.ts';
import { meantMediaTypes } from '#rules/fixes/openapi/meant-media-types.ts';

/**
 * The schema and the examples that 2.0 writes into a response, and people into a request body, below `content`: in the media types that
 * the operation or the document lists as in 2.0, else in the one that is used most. Undefined where `content` is there.
 */
export function asContent(
  { object, map, pointer }: UnknownField,
  names: readonly string[],
  uri: string,
  { rootUri }: DescriptionContext,
): Fix | undefined {
  if ((object !== 'response' && object !== 'request-body') || map === undefined) return undefined;
  if (!names.includes('schema') || findEntry(map, 'content') !== undefined) return undefined;
  const above = pointer.slice(0, -1);
  const schema = toPlainValue(findValue(map, 'schema')) ?? {};
  const examples = toPlainValue(findValue(map, 'examples'));
  if (names.includes('examples') && !isMap(examples)) return undefined;
  const isSent = object === 'request-body';
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const shown: Readonly<Record<string, PlainValue>> = isMap(examples) ? examples : {};
    const types = [...new Set([...meantMediaTypes(survey, uri, above, isSent), ...Object.keys(shown)])];
    const content = (type: string, field: string) => [...above, 'content', type, field];
    const [first = 'application/json', ...others] = types;
    return [
      { kind: 'move', uri, pointer: [...above, 'schema'], to: content(first, 'schema') },
      ...others.map((type): Change => ({ kind: 'set', uri, pointer: content(type, 'schema'), value: schema })),
      ...Object.entries(shown).map(
        ([type, value]): Change => ({ kind: 'set', uri, pointer: content(type, 'example'), value }),
      ),
      ...(isMap(examples) ? [{ kind: 'remove', uri, pointer: [...above, 'examples'] } as const] : []),
    ];
  };
  return { title: `Move ${quoted(names, 'and')} into “content”`, safety: 'review', changes: { rootUri, make } };
}
