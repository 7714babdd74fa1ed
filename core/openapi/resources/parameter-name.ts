import { segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import { type PathNode, samplePath } from '#core/openapi/resources/path-node.ts';
import { partsOf } from '#core/openapi/resources/path-parts.ts';

/** How the parameter of a node is called, the first where its paths call it otherwise; undefined where it has no name. */
export function parameterName(node: PathNode): string | undefined {
  const path = samplePath(node);
  const depth = partsOf(node.template).length;
  const segment = partsOf(path)[depth - 1]?.segment;
  return segment === undefined ? undefined : templateNames(segmentsOf(path)[segment] ?? '')[0]?.value;
}
