import { segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { partsOf } from '#core/openapi/resources/path-parts.ts';

/** How the parameter of a node is called, the first where its paths call it otherwise; undefined where it has no name. */
export function parameterName({ sample, depth }: PathNode): string | undefined {
  const segment = partsOf(sample)[depth - 1]?.segment;
  return segment === undefined ? undefined : templateNames(segmentsOf(sample)[segment] ?? '')[0]?.value;
}
