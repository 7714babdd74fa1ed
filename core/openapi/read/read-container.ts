import type { DescriptionContext, OpenApiNode, Part, PartEntry } from '#core/openapi/model.ts';
import { entryPlaces, isExtension, itemPlaces, type NamedPlace, type Place } from '#core/openapi/place.ts';
import type { ContainerKey } from '#core/openapi/read/container-reference.ts';
import { readHeader } from '#core/openapi/read/read-header.ts';
import { MediaTypeView } from '#core/openapi/read/read-media-type.ts';
import { isBodyParameter, readParameter } from '#core/openapi/read/read-parameter.ts';
import { readRequestBody } from '#core/openapi/read/read-request-body.ts';
import { readResponse } from '#core/openapi/read/read-response.ts';
import { readSchema } from '#core/openapi/read/read-schema.ts';
import { readSecurity } from '#core/openapi/read/read-security.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';

/** A list or map that a `$ref` leads to; undefined where the value there is neither as is expected. */
export function readContainer(key: ContainerKey, place: Place, context: DescriptionContext): Part | undefined {
  const isList = key === 'parameters' || key === 'security';
  return place.tree.kind === (isList ? 'list' : 'map') ? new PartView(key, place, context) : undefined;
}

class PartView extends ReadView implements Part {
  readonly kind = 'openapi.part';
  private readonly key: ContainerKey;
  private readonly context: DescriptionContext;
  private entriesRead: readonly PartEntry[] | undefined;

  constructor(key: ContainerKey, place: Place, context: DescriptionContext) {
    super(place);
    this.key = key;
    this.context = context;
  }

  get entries(): readonly PartEntry[] {
    this.entriesRead ??= readEntries(this.key, this, this.context);
    return this.entriesRead;
  }

  override get children(): readonly OpenApiNode[] {
    return this.entries.map(({ node }) => node);
  }
}

function readEntries(key: ContainerKey, place: Place, context: DescriptionContext): readonly PartEntry[] {
  switch (key) {
    case 'content':
      return named(place, (entry) => new MediaTypeView(entry, context, 'response'));
    case 'headers':
      return named(place, (entry) => readHeader(entry, context));
    case 'responses':
      return named(place, (entry) => (isExtension(entry.name.value) ? undefined : readResponse(entry, context)));
    case 'properties':
      return named(place, (entry) => readSchema(entry, context, 'property', entry.name));
    case 'parameters':
      return itemPlaces(place).flatMap((item) => unnamed(readOneParameter(item, context)));
    case 'security':
      return readSecurity(place, 'operation').map((node) => ({ name: undefined, node }));
    default:
      return key satisfies never;
  }
}

function named(place: Place, read: (entry: NamedPlace) => OpenApiNode | undefined): readonly PartEntry[] {
  return entryPlaces(place).flatMap((entry) => {
    const node = read(entry);
    return node === undefined ? [] : [{ name: entry.name, node }];
  });
}

function unnamed(node: OpenApiNode | undefined): readonly PartEntry[] {
  return node === undefined ? [] : [{ name: undefined, node }];
}

function readOneParameter(place: Place, context: DescriptionContext): OpenApiNode | undefined {
  return isBodyParameter(place, context) ? readRequestBody(place, context) : readParameter(place, context);
}
