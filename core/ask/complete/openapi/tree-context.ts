import type { Cut } from '#core/ask/complete/cut.ts';
import type { PlacedPiece } from '#core/ask/complete/openapi/piece-at.ts';
import type { ProjectNames } from '#core/ask/complete/openapi/project-names.ts';
import type { TypedSpot } from '#core/ask/complete/tree/typed-place.ts';
import { keysOf, type TypedNode, typedAt } from '#core/ask/complete/tree/typed-tree.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';

/** What proposals in a description are made from. */
export interface TreeContext {
  readonly version: OpenApiVersion;
  readonly uri: string;
  readonly piece: PlacedPiece;
  readonly spot: TypedSpot;
  readonly names: ProjectNames;
  /** The files there are. */
  readonly files: Iterable<string>;
  readonly cut: Cut;
  /** The template of the path around; undefined where there is none. */
  readonly template: string | undefined;
}

/** The keys of a map: as they are typed, and those in sections further away. */
export function keysAt(
  { spot, piece }: Pick<TreeContext, 'spot' | 'piece'>,
  path: readonly string[],
): ReadonlySet<string> {
  const keys = new Set(keysOf(typedAt(spot.tree, path)));
  // What is cut lies no deeper.
  if (path.length > 1) return keys;
  for (const { pointer } of piece.outside) {
    const key = pointer[path.length];
    if (key !== undefined && path.every((step, index) => pointer[index] === step)) keys.add(key);
  }
  return keys;
}

/** What stands where a path leads, as it is typed. */
export function typedOf({ spot }: Pick<TreeContext, 'spot'>, path: readonly string[]): TypedNode | undefined {
  return typedAt(spot.tree, path);
}
