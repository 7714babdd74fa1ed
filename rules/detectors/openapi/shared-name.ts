import { fileStem } from '#core/openapi/reference/target-name.ts';
import type { View } from '#core/openapi/view.ts';

/** What a shared part is called: its key, or the name of the file that holds nothing else. */
export function sharedName({ location, section }: Pick<View, 'location' | 'section'>): string {
  const { key, parent } = location;
  return (parent === undefined ? section.pointer.at(-1) : key) ?? fileStem(section.uri);
}
