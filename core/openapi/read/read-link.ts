import type { DescriptionContext, Link, LinkParameter, OrReference } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type NamedPlace, type Place } from '#core/openapi/place.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import type { Located } from '#core/text/span.ts';
import { findString, findValue, type TreeNode } from '#core/tree/tree.ts';

/** The link or `$ref` at a place; undefined for anything but a map. */
export function readLink(place: NamedPlace, context: DescriptionContext): OrReference<Link> | undefined {
  if (place.tree.kind !== 'map') return undefined;
  return readReference(place, 'openapi.link') ?? new LinkView(place, context);
}

/** The entries of a `links` map. */
export function readLinks(parent: Place, context: DescriptionContext): readonly OrReference<Link>[] {
  return entryPlaces(childPlace(parent, 'links')).flatMap((place) => readLink(place, context) ?? []);
}

class LinkView extends ReadView implements Link {
  readonly kind = 'openapi.link';
  readonly context: DescriptionContext;
  readonly name: Located<string>;

  constructor(place: NamedPlace, context: DescriptionContext) {
    super(place);
    this.context = context;
    this.name = place.name;
  }

  get operationId(): Located<string> | undefined {
    return findString(this.tree, 'operationId');
  }

  get operationRef(): Located<string> | undefined {
    return findString(this.tree, 'operationRef');
  }

  get parameters(): readonly LinkParameter[] {
    return entryPlaces(childPlace(this, 'parameters')).map(({ name, tree }) => ({ name, value: tree }));
  }

  get requestBody(): TreeNode | undefined {
    return findValue(this.tree, 'requestBody');
  }
}
