import { descend } from '#core/openapi/place.ts';
import { dynamicAnchorsIn } from '#core/openapi/reference/dynamic-anchors.ts';
import { splitReference } from '#core/openapi/reference/reference-target.ts';
import { resourceAround } from '#core/openapi/reference/schema-ids.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import type { Location } from '#core/openapi/view.ts';
import { findString } from '#core/tree/tree.ts';

/**
 * The schema a `$dynamicRef` means (JSON Schema 2020-12 §8.2.3.2): what it leads to by itself or, where that is a `$dynamicAnchor`, the
 * one of this name in the outermost schema with an `$id` that is being looked at. `entered` are the places where such were entered, the
 * outermost first.
 */
export function dynamicTarget(text: string, target: SchemaSite, entered: readonly Location[]): SchemaSite {
  const { fragment } = splitReference(text);
  if (findString(target.tree, '$dynamicAnchor')?.value !== fragment) return target;
  for (const location of entered) {
    const root = resourceAround(location)?.root;
    const steps = root && dynamicAnchorsIn(root.tree).get(fragment);
    const found = root && steps && descend(root, steps);
    if (found !== undefined) return found;
  }
  return target;
}
