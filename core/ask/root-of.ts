import { rolesIn } from '#core/ask/symbol-roles.ts';
import type { Description } from '#core/openapi/description/description.ts';
import type { FragmentTarget } from '#core/openapi/description/section-role.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { versions } from '#core/openapi/spec/objects-of.ts';
import { object } from '#core/openapi/spec/shapes.ts';
import type { ValueShape } from '#core/openapi/spec/spec.ts';
import { shapeOfTarget } from '#core/openapi/spec/spec-of.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';

/** What a file is read as. */
export interface TreeRoot {
  readonly version: OpenApiVersion;
  readonly description: Description | undefined;
  /** The outermost value around a place whose shape is known. */
  readonly placeOf: (path: readonly string[]) => RootPlace | undefined;
}

export interface RootPlace {
  readonly shape: ValueShape;
  /** From there on. */
  readonly steps: readonly string[];
  /** The template of the path around. */
  readonly template: string | undefined;
}

/** A description, or a part of one; undefined for any other file. */
export function rootOf(workspace: Workspace, uri: string, head: string): TreeRoot | undefined {
  const descriptions = allDescriptions(workspace);
  const own = descriptions.find(({ context }) => context.rootUri === uri);
  const written = writtenVersion(head);
  if (written !== undefined) return { version: written, description: own, placeOf: placeInRoot };
  if (own !== undefined) return { version: own.context.version, description: own, placeOf: placeInRoot };
  const around = descriptions.find(({ files }) => files.has(uri));
  const targets = around === undefined ? [] : targetsIn(workspace, uri, around);
  if (around === undefined || targets.length === 0) return undefined;
  const { version } = around.context;
  return { version, description: around, placeOf: (path) => placeInFragment(targets, version, path) };
}

function placeInRoot(path: readonly string[]): RootPlace {
  return { shape: object('document'), steps: path, template: path[0] === 'paths' ? path[1] : undefined };
}

function targetsIn(workspace: Workspace, uri: string, description: Description): readonly FragmentTarget[] {
  const roleOf = rolesIn(uri, [description]);
  const sections = documentOfKind(workspace, uri, 'tree')?.sections ?? [];
  return sections.flatMap((section) => {
    const role = roleOf(section);
    return role?.kind === 'fragment' ? role.targets : [];
  });
}

/** What the nearest reference that leads around the place takes it for. */
function placeInFragment(
  targets: readonly FragmentTarget[],
  version: OpenApiVersion,
  path: readonly string[],
): RootPlace | undefined {
  const around = targets.filter(({ pointer }) => pointer.every((step, index) => path[index] === step));
  const nearest = around.toSorted((a, b) => b.pointer.length - a.pointer.length)[0];
  const shape = nearest && shapeOfTarget(version, nearest.to, nearest.naming.part);
  if (nearest === undefined || shape === undefined) return undefined;
  const { name, origin } = nearest.naming;
  const template = origin === 'path' ? name : undefined;
  return { shape, steps: path.slice(nearest.pointer.length), template };
}

/** The version that the first lines of a text name; undefined where they name none. */
export function writtenVersion(head: string): OpenApiVersion | undefined {
  const [, written = ''] =
    /^\uFEFF?[ \t]*(?:\{[ \t]*)?["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?(\d\.\d)?/m.exec(head) ?? [];
  return versions.find((version) => version === written);
}
