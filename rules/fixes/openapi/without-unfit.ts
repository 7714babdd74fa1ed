import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { UnfitField } from '#core/openapi/spec/fault.ts';
import { knownObject } from '#core/openapi/spec/known-objects.ts';
import type { Change, Fix } from '#core/rule.ts';
import { findEntry, findString } from '#core/tree/tree.ts';

/**
 * Takes away fields of one object that say nothing beside what another field says. Undefined where they hold more than a plain value,
 * and where something that belongs beside the other field is missing: then that may be what is wrong.
 */
export function withoutUnfit(
  { object, map, pointer }: UnfitField,
  names: readonly string[],
  version: OpenApiVersion,
  uri: string,
): Fix | undefined {
  const isPlain = names.every((name) => findEntry(map, name)?.value?.kind === 'scalar');
  const lacksOther = knownObject(version, object)?.wanted.some(({ name, spec: { requiredWith } }) => {
    const value = requiredWith && findString(map, requiredWith.field)?.value;
    return value !== undefined && requiredWith?.values.includes(value) && findEntry(map, name) === undefined;
  });
  if (!isPlain || lacksOther !== false) return undefined;
  const remove = (name: string): Change => ({ kind: 'remove', uri, pointer: [...pointer.slice(0, -1), name] });
  const [first = '', ...others] = names;
  const title = `Remove ${[first, ...others].map((name) => `“${name}”`).join(' and ')}, which ${others.length > 0 ? 'say' : 'says'} nothing here`;
  return { title, safety: 'review', changes: [remove(first), ...others.map(remove)] };
}
