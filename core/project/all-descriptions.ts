import type { Description } from '#core/openapi/description/description.ts';
import type { Workspace } from '#core/project/workspace.ts';

type Described = Pick<Workspace, 'descriptions' | 'copies'>;

/** The descriptions of a workspace, then those that say the same as one of them; the very same list each time. */
export function allDescriptions(workspace: Described): readonly Description[] {
  const { descriptions, copies } = workspace;
  if (copies.length === 0) return descriptions;
  const known = withCopies.get(workspace) ?? [...descriptions, ...copies.map(({ description }) => description)];
  withCopies.set(workspace, known);
  return known;
}

const withCopies = new WeakMap<Described, readonly Description[]>();
