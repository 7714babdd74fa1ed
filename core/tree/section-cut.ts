import type { Span } from '#core/text/span.ts';

/**
 * Where a section begins in its file, and what it is. `whole`: the file is not cut; `preamble`: what stands before the
 * first key; `header`: a key whose entries are sections of their own; `entry`: a key with its value.
 */
export interface SectionCut {
  readonly role: 'whole' | 'preamble' | 'header' | 'entry';
  readonly start: number;
  readonly pointer: readonly string[];
  /** The place of the key in the file, quotes included; empty for `whole` and `preamble`. */
  readonly key: Span;
}

/** The cut of a file that is one section. */
export const wholeCut: readonly SectionCut[] = [{ role: 'whole', start: 0, pointer: [], key: { start: 0, end: 0 } }];

/** The root keys that make a file a description (OpenAPI 3.x §4.8.1, Swagger 2.0 “Swagger Object”). */
export const rootMarkers: ReadonlySet<string> = new Set(['openapi', 'swagger']);

/** True for the maps of a description whose entries are sections of their own. */
export function isContainer(pointer: readonly string[]): boolean {
  const [root, ...rest] = pointer;
  if (root === 'components') return rest.length <= 1;
  return rest.length === 0 && root !== undefined && containers.has(root);
}

const containers: ReadonlySet<string> = new Set([
  'paths',
  'webhooks',
  'x-webhooks',
  'definitions',
  'parameters',
  'responses',
  'securityDefinitions',
]);
