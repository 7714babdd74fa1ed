import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { PathKind } from '#core/openapi/resources/path-resource.ts';
import type { Scope } from '#core/rule.ts';

/** What the segments of a path are, as in `segmentsOf(path)`; of one with a custom method (`{id}:archive`) what stands before the colon. */
export function segmentKinds(path: string, scope: Pick<Scope, 'resource'>): readonly (PathKind | undefined)[] {
  const parts = scope.resource(path)?.parts ?? [];
  const isAligned = parts.at(-1)?.segment === segmentsOf(path).length - 1;
  return segmentsOf(path).map((_, index) =>
    isAligned ? parts.find(({ segment }) => segment === index)?.kind : undefined,
  );
}
