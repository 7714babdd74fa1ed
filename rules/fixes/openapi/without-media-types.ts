import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Fix } from '#core/rule.ts';
import { entriesOf, findEntry, findString, findValue, itemsOf } from '#core/tree/tree.ts';

/**
 * Takes away the media types that an operation lists as in 2.0, once nothing there needs them any more: its responses, or its body, say
 * theirs under `content`.
 */
export function withoutMediaTypes({ object, key, map, pointer }: UnknownField, uri: string): Fix | undefined {
  if (object !== 'operation') return undefined;
  const changes = [{ kind: 'remove', uri, pointer }] as const;
  if (key.value === 'produces') {
    const responses = entriesOf(findValue(map, 'responses'));
    if (responses.some(({ value }) => findEntry(value, 'schema') !== undefined)) return undefined;
    return { title: 'Remove “produces”, since responses say their media types', safety: 'review', changes };
  }
  const isSent = itemsOf(findValue(map, 'parameters')).some((item) =>
    ['body', 'formData'].includes(findString(item, 'in')?.value ?? ''),
  );
  if (key.value !== 'consumes' || isSent) return undefined;
  return { title: 'Remove “consumes”, since bodies say their media types', safety: 'review', changes };
}
