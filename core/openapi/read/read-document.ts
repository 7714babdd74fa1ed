import type { DescriptionContext, Info, OpenApiDocument, Tag } from '#core/openapi/model.ts';
import { itemPlaces, type Place } from '#core/openapi/place.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import type { Located } from '#core/text/span.ts';
import { findString } from '#core/tree/tree.ts';

/** The description itself, from the value of its `openapi` or `swagger` key; undefined when that is empty. */
export function readDocument(place: Place, context: DescriptionContext): OpenApiDocument | undefined {
  const { tree } = place;
  if (tree.kind !== 'scalar' || tree.value === null) return undefined;
  return new DocumentView(place, context, { value: String(tree.value), span: tree.span });
}

/** The `info` of a description; undefined for anything but a map. */
export function readInfo(place: Place): Info | undefined {
  return place.tree.kind === 'map' ? new InfoView(place) : undefined;
}

/** The tags of a `tags` list at the root. */
export function readTags(tags: Place): readonly Tag[] {
  return itemPlaces(tags)
    .filter(({ tree }) => tree.kind === 'map')
    .map((place) => new TagView(place));
}

class DocumentView extends ReadView implements OpenApiDocument {
  readonly kind = 'openapi.document';
  readonly context: DescriptionContext;
  readonly versionText: Located<string>;

  constructor(place: Place, context: DescriptionContext, versionText: Located<string>) {
    super(place);
    this.context = context;
    this.versionText = versionText;
  }
}

class InfoView extends ReadView implements Info {
  readonly kind = 'openapi.info';

  get title(): Located<string> | undefined {
    return findString(this.tree, 'title');
  }

  get version(): Located<string> | undefined {
    return findString(this.tree, 'version');
  }

  get description(): Located<string> | undefined {
    return readProse(this, 'description');
  }
}

class TagView extends ReadView implements Tag {
  readonly kind = 'openapi.tag';

  get name(): Located<string> | undefined {
    return findString(this.tree, 'name');
  }

  get description(): Located<string> | undefined {
    return readProse(this, 'description');
  }
}
