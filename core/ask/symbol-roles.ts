import type { Description } from '#core/openapi/description/description.ts';
import {
  type FragmentRole,
  fragmentRole,
  rootRole,
  type SectionRole,
  targetKey,
} from '#core/openapi/description/section-role.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** What the sections of a file are read as, over all descriptions that use it; undefined for one that none uses. */
export type RoleOf = (section: TreeSection) => SectionRole | undefined;

/** The roles of the sections of one file. In its own description a root is read as nothing else. */
export function rolesIn(uri: string, descriptions: readonly Description[]): RoleOf {
  if (descriptions.some(({ context }) => context.rootUri === uri)) return () => rootRole;
  const roles = mergedRoles(descriptions.filter((description) => description.urisToReview().has(uri)));
  return (section) => roles.get(section);
}

/** The roles of all sections that references lead to in other files; a section of a root, and one that is not used, has none here. */
export function mergedRoles(descriptions: readonly Description[]): ReadonlyMap<TreeSection, FragmentRole> {
  const roles = new Map<TreeSection, FragmentRole>();
  for (const description of descriptions) {
    if (description.urisToReview().size === 1) continue;
    for (const { section, roles: role } of description.sectionsToReview()) {
      if (role.kind === 'fragment') roles.set(section, merged(roles.get(section), role));
    }
  }
  return roles;
}

function merged(known: FragmentRole | undefined, role: FragmentRole): FragmentRole {
  if (known === undefined || known.key === role.key) return role;
  const all = new Map([...known.targets, ...role.targets].map((target) => [targetKey(target), target]));
  return all.size === known.targets.length ? known : fragmentRole([...all.values()]);
}
