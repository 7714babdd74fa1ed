import type { Place } from '#core/openapi/place.ts';
import { childLocation } from '#core/openapi/view.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** Where a schema stands. Every view of one is such a site. */
export type SchemaSite = Pick<Place, 'location' | 'tree'>;

/** The schema under some keys and list indexes of another one. */
export function siteBelow(
  { location }: SchemaSite,
  tree: TreeNode,
  ...steps: readonly (string | number)[]
): SchemaSite {
  return { location: steps.reduce(childLocation, location), tree };
}
