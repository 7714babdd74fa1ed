import type { RootSections, SectionToReview } from '#core/openapi/description/root-sections.ts';
import { type FragmentTarget, fragmentRole } from '#core/openapi/description/section-role.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import { targetNaming } from '#core/openapi/read/read-reference.ts';
import type { ReferenceResolver } from '#core/openapi/reference/resolve-reference.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findString } from '#core/tree/tree.ts';

/**
 * The sections of the root to review. A path item among the components (OpenAPI 3.1 “Components Object”) that paths or webhooks refer
 * to is read as what it is there: it has their templates, and all that is expected of them.
 */
export function sectionsOfRoot(own: RootSections, resolver: ReferenceResolver): readonly SectionToReview[] {
  const { toReview } = own;
  if (!toReview.some(({ section }) => isPathItemComponent(section))) return toReview;
  const targets = targetsOf(own, resolver);
  return toReview.map((member) => {
    const found = targets.get(member.section);
    return found === undefined ? member : { ...member, roles: fragmentRole(found) };
  });
}

/** True for what is no path of the API by itself: a path item among the components, or an operation of one. */
export function isUnusedPathItem(node: OpenApiNode): boolean {
  return (node.kind === 'openapi.path-item' || node.kind === 'openapi.operation') && node.origin === 'component';
}

function targetsOf(
  { extracts }: RootSections,
  resolver: ReferenceResolver,
): ReadonlyMap<TreeSection, FragmentTarget[]> {
  const targets = new Map<TreeSection, FragmentTarget[]>();
  // Only the few sections that are a reference are walked.
  for (const { references } of extracts.filter(({ section }) => isReferringPath(section))) {
    for (const reference of references) {
      const place = reference.to === 'openapi.path-item' ? resolver.firstPlace(reference) : undefined;
      if (place === undefined || !isPathItemComponent(place.location.section)) continue;
      const target = { pointer: pointerOf(place.location), to: reference.to, naming: targetNaming(reference) };
      const known = targets.get(place.location.section);
      if (known === undefined) targets.set(place.location.section, [target]);
      else known.push(target);
    }
  }
  return targets;
}

function isPathItemComponent({ pointer }: TreeSection): boolean {
  return pointer.length === 3 && pointer[0] === 'components' && pointer[1] === 'pathItems';
}

/** True for the section of a path or webhook that holds a `$ref` itself. */
function isReferringPath({ pointer, tree }: TreeSection): boolean {
  return pointer.length === 2 && roots.has(pointer[0] ?? '') && findString(tree, '$ref') !== undefined;
}

const roots: ReadonlySet<string> = new Set(['paths', 'webhooks', 'x-webhooks']);
