import type { DescriptionContext, OpenApiNode } from '#core/openapi/model.ts';
import { entryPlaces, isExtension, type NamedPlace, type Place } from '#core/openapi/place.ts';
import { containerKey } from '#core/openapi/read/container-reference.ts';
import { readContainer } from '#core/openapi/read/read-container.ts';
import { readDocument, readTags } from '#core/openapi/read/read-document.ts';
import { isTargetKind, readNode, type TargetKind } from '#core/openapi/read/read-node.ts';
import { isBodyParameter } from '#core/openapi/read/read-parameter.ts';
import { readPathItem } from '#core/openapi/read/read-path-item.ts';
import { noNaming, readReference } from '#core/openapi/read/read-reference.ts';
import { readSecurity } from '#core/openapi/read/read-security.ts';
import { readHostServers, readSchemeServers, readServers } from '#core/openapi/read/read-server.ts';
import { namedThings } from '#core/openapi/spec/name-fields.ts';

/** A thing other parts can ask for by kind and name. */
export interface NamedThing {
  readonly kind: TargetKind;
  readonly name: string;
  readonly place: NamedPlace;
}

export type EmitNode = (node: OpenApiNode, definition: NamedThing | undefined) => void;

/**
 * Reads the part of a description that belongs at `pointer` (keys from the root; empty for the whole) and emits its
 * outermost views in text order: path items, components, info, servers … A `$ref` in place of a whole container
 * (`paths: {$ref: …}`, common though not in the specification) is emitted as a reference to `openapi.part`.
 */
export function readPart(pointer: readonly string[], place: Place, context: DescriptionContext, emit: EmitNode): void {
  const container = containerAt(pointer);
  const within = containerKey(pointer);
  const naming = { ...noNaming, part: pointer };
  const isWhole = container !== undefined || within !== undefined || listParts.has(pointer.join('/'));
  const reference = isWhole && pointer.length > 0 ? readReference(place, 'openapi.part', naming) : undefined;
  if (reference) emit(reference, undefined);
  else if (within) for (const { node } of readContainer(within, place, context)?.entries ?? []) emit(node, undefined);
  else if (container) for (const entry of entryPlaces(place)) readEntry(pointer, container, entry, context, emit);
  else for (const node of readLeaf(pointer, place, context)) emit(node, undefined);
}

/** Reads one entry of the container at `pointer`. */
export function readEntry(
  pointer: readonly string[],
  container: Container,
  entry: NamedPlace,
  context: DescriptionContext,
  emit: EmitNode,
): void {
  if (container === 'parts') readPart([...pointer, entry.name.value], entry, context, emit);
  else if (container === 'paths' || container === 'webhooks') emitPathItems(container, entry, context, emit);
  else emitComponent(container, entry, context, emit);
}

function emitComponent(kind: TargetKind, entry: NamedPlace, context: DescriptionContext, emit: EmitNode): void {
  const definition = { kind, name: entry.name.value, place: entry };
  const isBody = kind === 'openapi.parameter' && isBodyParameter(entry, context);
  const naming = { ...noNaming, name: entry.name.value };
  const node = readNode(isBody ? 'openapi.request-body' : kind, entry, context, naming);
  if (node) emit(node, definition);
}

/** What the entries of a container are: further parts, path items, or components of one kind. */
export type Container = 'parts' | 'paths' | 'webhooks' | TargetKind;

/** What stands under the keys of the map at a pointer; undefined when the pointer is that of no container. */
export function containerAt(pointer: readonly string[]): Container | undefined {
  const [first, second] = pointer;
  if (first === undefined) return 'parts';
  if (pointer.length === 1) return rootContainers.get(first);
  return first === 'components' && second !== undefined && pointer.length === 2
    ? componentContainers.get(second)
    : undefined;
}

/** Components of one kind by name, as the tables tell them. */
function containersOf(object: 'document' | 'components'): readonly (readonly [string, Container])[] {
  return [...namedThings(object)].flatMap(([field, of]) => {
    const kind = `openapi.${of}`;
    return isTargetKind(kind) ? [[field, kind] as const] : [];
  });
}

const rootContainers: ReadonlyMap<string, Container> = new Map<string, Container>([
  ...containersOf('document'),
  ['paths', 'paths'],
  ['webhooks', 'webhooks'],
  ['x-webhooks', 'webhooks'],
  ['components', 'parts'],
]);

const componentContainers: ReadonlyMap<string, Container> = new Map(containersOf('components'));

/** Lists at the root that a `$ref` may stand in place of. */
const listParts = new Set(['tags', 'security', 'servers']);

type LeafReader = (place: Place, context: DescriptionContext) => readonly OpenApiNode[];

const leaves: ReadonlyMap<string, LeafReader> = new Map<string, LeafReader>([
  ['openapi', (place, context) => optional(readDocument(place, context))],
  ['swagger', (place, context) => optional(readDocument(place, context))],
  ['info', (place, context) => optional(readNode('openapi.info', place, context, noNaming))],
  ['tags', (place) => readTags(place)],
  ['security', (place) => readSecurity(place, 'document')],
  ['servers', (place) => readServers(place, 'document')],
  ['schemes', (place, context) => readSchemeServers(place, context)],
  ['host', (place, context) => readHostServers(place, context)],
]);

function readLeaf(pointer: readonly string[], place: Place, context: DescriptionContext): readonly OpenApiNode[] {
  const [key = ''] = pointer;
  return pointer.length === 1 ? (leaves.get(key)?.(place, context) ?? []) : [];
}

function optional(node: OpenApiNode | undefined): readonly OpenApiNode[] {
  return node ? [node] : [];
}

function emitPathItems(
  container: 'paths' | 'webhooks',
  entry: NamedPlace,
  context: DescriptionContext,
  emit: EmitNode,
): void {
  if (isExtension(entry.name.value)) return;
  const isPath = container === 'paths';
  const definition: NamedThing = { kind: 'openapi.path-item', name: entry.name.value, place: entry };
  for (const node of readPathItem(entry, context, isPath ? 'path' : 'webhook')) {
    emit(node, isPath ? definition : undefined);
  }
}
