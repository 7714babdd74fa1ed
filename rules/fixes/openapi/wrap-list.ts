import type { TreeChange } from '#core/tree/change.ts';
import type { PageStyle } from '#rules/detectors/openapi/paging-style.ts';
import { likeName } from '#rules/fixes/openapi/like-name.ts';
import type { BodySite, ListSite } from '#rules/fixes/openapi/list-site.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { reworded } from '#rules/fixes/openapi/reworded.ts';

/** An object around the array, as another list of the things `noun` names has it. */
export function wrapList(
  { uri, pointer, array }: BodySite,
  site: Pick<ListSite, 'noun'>,
  noun: string,
  page: PageStyle,
): TreeChange {
  const items = likeName(page.items, noun, site.noun);
  const ofParts = page.parts.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const required = page.hasItemsRequired ? [items, ...ofParts] : ofParts;
  const properties = Object.fromEntries([
    [items, array],
    ...page.parts.map(({ name, value }) => [name, reworded(value, noun, site.noun)]),
  ]);
  const object = { type: 'object', ...(required.length > 0 ? { required } : {}), properties };
  return { kind: 'set', uri, pointer, value: valueIn(object, uri) };
}
