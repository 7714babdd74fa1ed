import type { Callback, DescriptionContext, OpenApiNode, OrReference, PathItem } from '#core/openapi/model.ts';
import { entryPlaces, isExtension, type NamedPlace } from '#core/openapi/place.ts';
import { noNaming, readReference } from '#core/openapi/read/read-reference.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import type { Located } from '#core/text/span.ts';

/** Reads what stands at a path, webhook name or runtime expression: a path item, a `$ref`, or both beside each other. */
export type PathItemReader = (
  place: NamedPlace,
  context: DescriptionContext,
  origin: PathItem['origin'],
) => readonly OrReference<PathItem>[];

/** The callback or `$ref` at a place; undefined for anything but a map. */
export function readCallback(
  place: NamedPlace,
  context: DescriptionContext,
  readPathItem: PathItemReader,
): OrReference<Callback> | undefined {
  if (place.tree.kind !== 'map') return undefined;
  const naming = { ...noNaming, name: place.name.value };
  return readReference(place, 'openapi.callback', naming) ?? new CallbackView(place, context, readPathItem);
}

class CallbackView extends ReadView implements Callback {
  readonly kind = 'openapi.callback';
  readonly name: Located<string>;
  private readonly itemsRead: readonly OrReference<PathItem>[];

  constructor(place: NamedPlace, context: DescriptionContext, readPathItem: PathItemReader) {
    super(place);
    this.name = place.name;
    this.itemsRead = entryPlaces(place)
      .filter(({ name }) => !isExtension(name.value))
      .flatMap((expression) => readPathItem(expression, context, 'callback'));
  }

  /** References are left out; they stand among the children. */
  get pathItems(): readonly PathItem[] {
    return this.itemsRead.filter((item) => item.kind === 'openapi.path-item');
  }

  override get children(): readonly OpenApiNode[] {
    return this.itemsRead;
  }
}
