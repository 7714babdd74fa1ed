import type { NodeKind } from '#core/node.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import { formatPointer, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import type { Described } from '#rules/fixes/openapi/operation-pattern.ts';
import { type NounPair, speaksOf, withNouns } from '#rules/fixes/openapi/renamed-nouns.ts';

/** What a reference of another thing's operation becomes for this thing: the component called so; undefined where there is none. */
export function likeReference(
  target: string,
  pairs: readonly NounPair[],
  scope: Described,
  context: DescriptionContext,
): string | undefined {
  const read = readReferenceTarget(target, context.rootUri);
  const name = read.kind === 'pointer' ? (read.pointer.at(-1) ?? read.uri.split('/').at(-1)) : target;
  if (name === undefined || !speaksOf(name, pairs)) return target;
  const place = componentAt(target, context);
  const renamed = withNouns(name, pairs);
  if (place === undefined || scope.find(place.kind, renamed) === undefined) return undefined;
  return `${context.rootUri}#${formatPointer([...place.container, renamed])}`;
}

/** The component of the root that a reference leads to. */
export function componentAt(
  target: string,
  { rootUri }: DescriptionContext,
): { readonly kind: NodeKind; readonly name: string; readonly container: readonly string[] } | undefined {
  const read = readReferenceTarget(target, rootUri);
  if (read.kind !== 'pointer' || read.uri !== rootUri) return undefined;
  const container = read.pointer.slice(0, -1);
  const kind = kinds.get(container.at(-1) ?? '');
  const name = read.pointer.at(-1);
  const isRoot = container.length === 1 || (container.length === 2 && container[0] === 'components');
  return kind === undefined || name === undefined || !isRoot ? undefined : { kind, name, container };
}

const kinds: ReadonlyMap<string, NodeKind> = new Map<string, NodeKind>([
  ['schemas', 'openapi.schema'],
  ['definitions', 'openapi.schema'],
  ['parameters', 'openapi.parameter'],
  ['responses', 'openapi.response'],
  ['requestBodies', 'openapi.request-body'],
  ['headers', 'openapi.header'],
]);
