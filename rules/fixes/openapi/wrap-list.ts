import { foldedName } from '#core/text/casing.ts';
import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PageStyle } from '#rules/detectors/openapi/paging-style.ts';
import type { BodySite, ListSite } from '#rules/fixes/openapi/list-site.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { reworded } from '#rules/fixes/openapi/reworded.ts';

/** An object around the array, as another list of the things `noun` names has it. */
export function wrapList(
  { uri, pointer, array }: BodySite,
  site: Pick<ListSite, 'noun' | 'names'>,
  noun: string,
  page: PageStyle,
): TreeChange {
  const items = foldedName(page.items) === foldedName(noun) ? named(site, page.items) : page.items;
  const ofParts = page.parts.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const required = page.hasItemsRequired ? [items, ...ofParts] : ofParts;
  const properties = Object.fromEntries([
    [items, array],
    ...page.parts.map(({ name, value }) => [name, reworded(value, noun, site.noun)]),
  ]);
  const object = { type: 'object', ...(required.length > 0 ? { required } : {}), properties };
  return { kind: 'set', uri, pointer, value: valueIn(object, uri) };
}

/** After its own path, as the name for the other one is written, or those within its items. */
function named({ noun, names }: Pick<ListSite, 'noun' | 'names'>, like: string): string {
  return inCasing(noun, casingOfNames([like]) ?? casingOfNames(names) ?? 'camel');
}
