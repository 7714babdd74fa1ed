import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { OrReference, PathItem } from '#core/openapi/model.ts';
import { isExtension } from '#core/openapi/place.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { spanInWritten } from '#rules/detectors/openapi/span-within.ts';

/** A path where its key is written: under `paths`, whether the path item stands there or a `$ref` to it. */
export interface PathSite {
  readonly path: string;
  readonly section: TreeSection;
  /** The key, quotes included. */
  readonly span: Span;
  /** The key as it is written. */
  readonly written: string;
  readonly pointer: readonly string[];
  readonly isReference: boolean;
}

/**
 * The site of a path item or of a `$ref` to one; undefined for webhooks, callbacks, components, and for a path item that
 * is seen through its `$ref`. A path in a file of its own may be both: keep the one that is a reference.
 */
export function pathSite(node: PathItem | Reference): PathSite | undefined {
  if (node.kind === 'openapi.reference' && node.to !== 'openapi.path-item') return undefined;
  const pointer = pointerOf(node.location);
  const path = pointer.at(-1) ?? '';
  const { section, anchor: span } = node;
  const written = section.text.slice(span.start, span.end);
  if (node.kind === 'openapi.path-item') {
    return node.origin === 'path' && node.path.value === path
      ? { path, section, span, written, pointer, isReference: false }
      : undefined;
  }
  const isSite = pointer.at(-2) === 'paths' && pointer.length === 2;
  const isAlone = entriesOf(node.tree).every(({ key }) => key.value === '$ref' || isExtension(key.value));
  return isSite && isAlone ? { path, section, span, written, pointer, isReference: true } : undefined;
}

/** The path item at a site, `$ref`s followed; undefined where they lead nowhere. */
export function itemAt(
  node: PathItem | Reference,
  { path }: PathSite,
  scope: Pick<Scope, 'find'>,
): PathItem | undefined {
  // Beside a `$ref` stands only a part of the path item.
  const isWhole = node.kind === 'openapi.path-item' && findEntry(node.tree, '$ref') === undefined;
  return isWhole ? node : scope.find('openapi.path-item', erasedTemplate(path));
}

/** The path item written at a place, or what its `$ref` leads to; undefined where that is nowhere. */
export function pathItemAt(node: PathItem | Reference, scope: Pick<Scope, 'resolve'>): PathItem | undefined {
  return scope.resolve<PathItem>(node as OrReference<PathItem>);
}

/** One site for each path: the reference where a path item stands in a file of its own. */
export function uniqueSites<T extends { readonly site: PathSite }>(facts: readonly T[]): readonly T[] {
  const byPath = new Map<string, T>();
  for (const fact of facts) {
    const known = byPath.get(fact.site.path);
    if (known === undefined || (fact.site.isReference && !known.site.isReference)) byPath.set(fact.site.path, fact);
  }
  return [...byPath.values()];
}

/** The span of the segment with this index (as in `segmentsOf`) within the key. */
export function segmentSpan(site: PathSite, index: number): Span {
  const { path, span } = site;
  const segments = segmentsOf(path);
  const segment = segments[index];
  if (segment === undefined) return span;
  let position = 0;
  for (const earlier of segments.slice(0, index)) position = path.indexOf(earlier, position) + earlier.length;
  const start = path.indexOf(segment, position);
  return partSpan(site, { start, end: start + segment.length });
}

/** Where a part of the path stands within the key; the whole key when it is written with escapes. */
export function partSpan({ path, span, written }: PathSite, part: Span): Span {
  return spanInWritten(written, path, span, part);
}
