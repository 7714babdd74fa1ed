import { pathEnd, segmentsOf, templateExpressions } from '#core/openapi/effective/path-template.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { isWithinSegment, partsOf } from '#core/openapi/resources/path-parts.ts';

/** How the path of a node is, or would be, written: the first of its own without a query, else what the path of a node below it begins with. */
export function writtenPath({ facts, sample, depth }: PathNode): string {
  if (facts.length > 0) return sample.slice(0, pathEnd(sample));
  const parts = partsOf(sample);
  const segments = segmentsOf(sample).slice(0, (parts[depth - 1]?.segment ?? 0) + 1);
  const behind = parts[depth]?.key ?? '';
  const last = isWithinSegment(behind) ? withoutPart(segments.at(-1) ?? '', behind) : segments.at(-1);
  return `/${[...segments.slice(0, -1), last].join('/')}`;
}

/** `users` of `users:batchGet`, `Users` of `Users('{id}')`: `part` stands at the end of the segment. */
function withoutPart(segment: string, part: string): string {
  if (!part.includes('{')) return segment.slice(0, -part.length);
  const start = templateExpressions(segment).at(-1)?.written.span.start ?? 1;
  return segment.slice(0, segment.lastIndexOf('(', start - 1));
}
