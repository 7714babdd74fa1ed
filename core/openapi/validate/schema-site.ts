import type { Place } from '#core/openapi/place.ts';
import { childLocation } from '#core/openapi/view.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** Where a schema stands. Every view of one is such a site. */
export type SchemaSite = Pick<Place, 'location' | 'tree'>;

/** The schema under a keyword of another one, or under a key or list index of what the keyword holds. */
export function siteBelow(
  { location }: SchemaSite,
  tree: TreeNode,
  keyword: string,
  step?: string | number,
): SchemaSite {
  const below = childLocation(location, keyword);
  return { location: step === undefined ? below : childLocation(below, step), tree };
}
