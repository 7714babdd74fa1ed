import type { DescriptionContext, Header, HeaderEntry, OpenApiNode, OrReference, Schema } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type Place } from '#core/openapi/place.ts';
import { readExamples } from '#core/openapi/read/read-example.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import { readSchema, SchemaView } from '#core/openapi/read/read-schema.ts';
import { inTextOrder, ReadView } from '#core/openapi/read/read-view.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import type { Located } from '#core/text/span.ts';

/** The header or `$ref` at a place. */
export function readHeader(place: Place, context: DescriptionContext): OrReference<Header> {
  return readReference(place, 'openapi.header') ?? new HeaderView(place, context);
}

/** The entries of a `headers` map. */
export function readHeaderMap(parent: Place, context: DescriptionContext): readonly HeaderEntry[] {
  return entryPlaces(childPlace(parent, 'headers')).map((place) => ({
    name: place.name,
    header: readHeader(place, context),
  }));
}

class HeaderView extends ReadView implements Header {
  readonly kind = 'openapi.header';
  readonly context: DescriptionContext;
  private schemaRead: OrReference<Schema> | undefined;

  constructor(place: Place, context: DescriptionContext) {
    super(place);
    this.context = context;
    this.schemaRead = undefined;
  }

  get description(): Located<string> | undefined {
    return readProse(this, 'description');
  }

  /** 2.0: the header object itself. A header described by `content` has the schema of its one media type. */
  get schema(): OrReference<Schema> | undefined {
    this.ask('schema');
    this.schemaRead ??= this.readOwnSchema();
    return this.schemaRead;
  }

  protected override get misread(): ReadonlySet<string> {
    return misreadFields(this.tree, 'header', this.context.version);
  }

  override get children(): readonly OpenApiNode[] {
    return inTextOrder([...(this.schema ? [this.schema] : []), ...readExamples(this)]);
  }

  private readOwnSchema(): OrReference<Schema> | undefined {
    if (this.context.version === '2.0') return new SchemaView(this, this.context, 'header', undefined);
    const mediaType = entryPlaces(childPlace(this, 'content'))[0];
    const holder = childPlace(this, 'schema') ?? (mediaType && childPlace(mediaType, 'schema'));
    return holder && readSchema(holder, this.context, 'header');
  }
}
