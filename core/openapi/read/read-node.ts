import type { DescriptionContext, OpenApiNode, PathItemOrigin, SchemaRole } from '#core/openapi/model.ts';
import type { NamedPlace, Place } from '#core/openapi/place.ts';
import { readCallback } from '#core/openapi/read/read-callback.ts';
import { readInfo } from '#core/openapi/read/read-document.ts';
import { readExample } from '#core/openapi/read/read-example.ts';
import { readHeader } from '#core/openapi/read/read-header.ts';
import { readLink } from '#core/openapi/read/read-link.ts';
import { MediaTypeView } from '#core/openapi/read/read-media-type.ts';
import { readParameter } from '#core/openapi/read/read-parameter.ts';
import { readLoneOperation, readPathItem } from '#core/openapi/read/read-path-item.ts';
import { type Naming, readReference } from '#core/openapi/read/read-reference.ts';
import { readRequestBody } from '#core/openapi/read/read-request-body.ts';
import { readResponse } from '#core/openapi/read/read-response.ts';
import { readSchema } from '#core/openapi/read/read-schema.ts';
import { readSecurityScheme } from '#core/openapi/read/read-security.ts';
import { fileStem } from '#core/openapi/reference/target-name.ts';
import { pointerOf } from '#core/openapi/view.ts';

/** The kinds of thing a `$ref` or a component can stand for and that has a view. */
export type TargetKind =
  | 'openapi.info'
  | 'openapi.path-item'
  | 'openapi.operation'
  | 'openapi.parameter'
  | 'openapi.request-body'
  | 'openapi.response'
  | 'openapi.header'
  | 'openapi.media-type'
  | 'openapi.example'
  | 'openapi.schema'
  | 'openapi.security-scheme'
  | 'openapi.callback'
  | 'openapi.link';

/**
 * Reads the value at a place as something of the given kind, wherever it stands: the view, a `$ref` to one, or undefined
 * when the value cannot be that. `naming` comes from the site that refers to it.
 */
export function readNode(
  kind: string,
  place: Place,
  context: DescriptionContext,
  naming: Naming,
): OpenApiNode | undefined {
  const read = readers.get(kind);
  return read?.(place, context, naming);
}

/** True for the name of such a kind. */
export function isTargetKind(kind: string): kind is TargetKind {
  return readers.has(kind);
}

type NodeReader = (place: Place, context: DescriptionContext, naming: Naming) => OpenApiNode | undefined;

const readers: ReadonlyMap<string, NodeReader> = new Map<TargetKind, NodeReader>([
  ['openapi.info', (place) => readReference(place, 'openapi.info') ?? readInfo(place)],
  ['openapi.path-item', (place, context, naming) => readOnePathItem(place, context, naming)],
  ['openapi.operation', (place, context, naming) => readLoneOperation(named(place, naming.name), context, naming)],
  ['openapi.parameter', (place, context) => readParameter(place, context)],
  ['openapi.request-body', (place, context) => readRequestBody(place, context)],
  ['openapi.response', (place, context) => readResponse(place, context)],
  ['openapi.header', (place, context) => readHeader(place, context)],
  ['openapi.media-type', (place, context) => new MediaTypeView(named(place, undefined), context, 'response')],
  ['openapi.example', (place) => readExample(place)],
  ['openapi.schema', (place, context) => readNamedSchema(place, context)],
  ['openapi.security-scheme', (place, _context, naming) => readSecurityScheme(named(place, naming.name))],
  ['openapi.callback', (place, context, naming) => readCallback(named(place, naming.name), context, readPathItem)],
  ['openapi.link', (place, context, naming) => readLink(named(place, naming.name), context)],
]);

/** Fields beside a `$ref` win over the reference, because the site already is one path item among others. */
function readOnePathItem(place: Place, context: DescriptionContext, naming: Naming): OpenApiNode | undefined {
  return readPathItem(named(place, naming.name), context, naming.origin ?? originAt(place)).at(-1);
}

function originAt(place: Place): PathItemOrigin {
  const [first] = pointerOf(place.location);
  if (first === 'paths') return 'path';
  if (first === 'webhooks' || first === 'x-webhooks') return 'webhook';
  return 'component';
}

/** The name from the referring site, else the place's own key, else its file's name. */
function named(place: Place, name: string | undefined): NamedPlace {
  const value = name ?? pointerOf(place.location).at(-1) ?? fileStem(place.location.section.uri);
  return { location: place.location, tree: place.tree, label: place.label, name: { value, span: place.label.span } };
}

const schemaHolders = new Set(['schemas', 'definitions', '$defs']);

/** A schema that is referred to is a component, unless its place says that it is a property or another part. */
function readNamedSchema(place: Place, context: DescriptionContext): OpenApiNode | undefined {
  const pointer = pointerOf(place.location);
  const holder = pointer.at(-2);
  const role = schemaRoleAt(pointer.length, holder);
  const name = role === 'other' ? undefined : named(place, undefined).name;
  return readSchema(place, context, role, name);
}

function schemaRoleAt(depth: number, holder: string | undefined): SchemaRole {
  if (holder === 'properties') return 'property';
  return holder === undefined || depth < 2 || schemaHolders.has(holder) ? 'component' : 'other';
}
