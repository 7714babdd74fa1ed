import type { Change, Fix } from '#core/rule.ts';

/** A fix with a change at each of many places: they are made when somebody asks for them, which hardly anybody does. */
export function fixInManyPlaces(
  title: string,
  safety: Fix['safety'],
  makeChanges: () => readonly [Change, ...Change[]],
): Fix {
  let made: Fix['changes'] | undefined;
  return {
    title,
    safety,
    get changes() {
      made ??= makeChanges();
      return made;
    },
  };
}
