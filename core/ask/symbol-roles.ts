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
  const using = descriptions.filter((description) => description.urisToReview().has(uri)).map(fragmentRoles);
  return (section) => {
    let role: FragmentRole | undefined;
    for (const roles of using) role = merged(role, roles.get(section));
    return role;
  };
}

/** The roles of all sections that references lead to in other files; a section of a root, and one that is not used, has none here. */
export function mergedRoles(descriptions: readonly Description[]): ReadonlyMap<TreeSection, FragmentRole> {
  const known = mergedIn.get(descriptions);
  if (known !== undefined) return known;
  const roles = new Map<TreeSection, FragmentRole>();
  for (const description of descriptions) {
    for (const [section, role] of fragmentRoles(description))
      roles.set(section, merged(roles.get(section), role) ?? role);
  }
  mergedIn.set(descriptions, roles);
  return roles;
}

const mergedIn = new WeakMap<readonly Description[], ReadonlyMap<TreeSection, FragmentRole>>();

/** What references of one description lead to in other files; the very same roles each time. */
function fragmentRoles(description: Description): ReadonlyMap<TreeSection, FragmentRole> {
  const known = rolesOf.get(description);
  if (known !== undefined) return known;
  const roles = new Map<TreeSection, FragmentRole>();
  const isAlone = description.urisToReview().size === 1;
  for (const { section, roles: role } of isAlone ? [] : description.sectionsToReview()) {
    if (role.kind === 'fragment') roles.set(section, role);
  }
  rolesOf.set(description, roles);
  return roles;
}

const rolesOf = new WeakMap<Description, ReadonlyMap<TreeSection, FragmentRole>>();

function merged(known: FragmentRole | undefined, role: FragmentRole | undefined): FragmentRole | undefined {
  if (role === undefined) return known;
  if (known === undefined || known.key === role.key) return role;
  const all = new Map([...known.targets, ...role.targets].map((target) => [targetKey(target), target]));
  return all.size === known.targets.length ? known : fragmentRole([...all.values()]);
}
