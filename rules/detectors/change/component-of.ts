import { pointerOf, type View } from '#core/openapi/view.ts';

/** Maps of components in 2.0. */
const oldMaps = new Set(['definitions', 'parameters', 'responses']);

/** `schemas/Order`: the map a component stands in, and its name; undefined for what is no component of a root. */
export function componentOf({ location }: Pick<View, 'location'>): string | undefined {
  const [first = '', second, third, more] = pointerOf(location);
  if (first === 'components' && second !== undefined && third !== undefined && more === undefined)
    return `${second}/${third}`;
  return oldMaps.has(first) && second !== undefined && third === undefined ? `${first}/${second}` : undefined;
}

/** True for two versions of one component: they are compared where the component stands, not where it is used. */
export function isSameComponent(before: Pick<View, 'location'>, after: Pick<View, 'location'>): boolean {
  const own = componentOf(after);
  return own !== undefined && own === componentOf(before);
}

/** The component of a root in which something stands, itself included. */
export function holderOf({ location }: Pick<View, 'location'>): string | undefined {
  const [first = '', second, third] = pointerOf(location);
  if (first === 'components') return third === undefined ? undefined : `${second}/${third}`;
  return oldMaps.has(first) && second !== undefined ? `${first}/${second}` : undefined;
}
