import type { DescriptionContext, Example, MediaType, OpenApiNode, OrReference, Schema } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type NamedPlace, type Place } from '#core/openapi/place.ts';
import { containerReference } from '#core/openapi/read/container-reference.ts';
import { ExampleView, hasOwnExample, readExamples } from '#core/openapi/read/read-example.ts';
import { readHeaderMap } from '#core/openapi/read/read-header.ts';
import { noNaming, ReferenceView, readReference } from '#core/openapi/read/read-reference.ts';
import { readSchemaUnder } from '#core/openapi/read/read-schema.ts';
import { inTextOrder, ReadView } from '#core/openapi/read/read-view.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import type { Located } from '#core/text/span.ts';

/** The media types of a `content` map. */
export function readContent(
  parent: Place,
  context: DescriptionContext,
  direction: MediaType['direction'],
): readonly MediaTypeView[] {
  return entryPlaces(childPlace(parent, 'content')).map((place) => new MediaTypeView(place, context, direction));
}

/** A `$ref` in place of a whole `content` map. */
export function readContentReference(parent: Place): readonly OpenApiNode[] {
  const reference = containerReference(parent, 'content');
  return reference ? [reference] : [];
}

/** A Media Type Object of 3.x. */
export class MediaTypeView extends ReadView implements MediaType {
  readonly kind = 'openapi.media-type';
  readonly context: DescriptionContext;
  readonly name: Located<string>;
  readonly direction: MediaType['direction'];
  private schemaRead: OrReference<Schema> | undefined;

  constructor(place: NamedPlace, context: DescriptionContext, direction: MediaType['direction']) {
    super(place);
    this.context = context;
    this.name = place.name;
    this.direction = direction;
    this.schemaRead = undefined;
  }

  /** 3.2: the `itemSchema` of a stream stands in for a missing `schema`, and a `$ref` leads to its target's schema. */
  get schema(): OrReference<Schema> | undefined {
    this.ask('schema');
    this.schemaRead ??=
      readSchemaUnder(this, 'schema', this.context, 'media-type') ??
      readSchemaUnder(this, 'itemSchema', this.context, 'items') ??
      this.referencedSchema();
    return this.schemaRead;
  }

  /** A media type that is a `$ref` counts as having what its target may have. */
  get hasExample(): boolean {
    this.ask('example');
    this.ask('examples');
    return hasOwnExample(this) || this.reference !== undefined;
  }

  get examples(): readonly OrReference<Example>[] {
    this.ask('examples');
    return readExamples(this);
  }

  protected override get misread(): ReadonlySet<string> {
    return misreadFields(this.tree, 'media-type', this.context.version);
  }

  override get children(): readonly OpenApiNode[] {
    if (this.reference) return [this.reference];
    const itemSchema = readSchemaUnder(this, 'itemSchema', this.context, 'items');
    const schemas = [this.schema, itemSchema].filter((schema) => schema !== undefined);
    const isSame = schemas[0]?.tree === schemas[1]?.tree;
    return inTextOrder([...schemas.slice(0, isSame ? 1 : 2), ...this.encodingHeaders(), ...this.examples]);
  }

  private get reference(): ReferenceView<'openapi.media-type'> | undefined {
    return this.context.version === '3.2' ? readReference(this, 'openapi.media-type') : undefined;
  }

  private referencedSchema(): OrReference<Schema> | undefined {
    const { reference } = this;
    if (reference === undefined) return undefined;
    const target = { value: `${reference.target}/schema`, span: reference.targetSpan };
    return new ReferenceView(this, 'openapi.schema', target, noNaming);
  }

  private encodingHeaders(): readonly OpenApiNode[] {
    return entryPlaces(childPlace(this, 'encoding')).flatMap((encoding) =>
      readHeaderMap(encoding, this.context).map(({ header }) => header),
    );
  }
}

/** 2.0: one of the media types that share the `schema` of a body; the first of them owns it as its child. */
export class SharedMediaTypeView extends ReadView implements MediaType {
  readonly kind = 'openapi.media-type';
  readonly context: DescriptionContext;
  readonly name: Located<string>;
  readonly direction: MediaType['direction'];
  readonly schema: OrReference<Schema>;
  readonly examples: readonly Example[];
  private readonly owned: readonly OpenApiNode[];

  constructor(body: Place, mediaType: Located<string>, shared: SharedBody, isFirst: boolean) {
    super(body);
    this.context = shared.context;
    this.name = mediaType;
    this.direction = shared.direction;
    this.schema = shared.schema;
    this.examples = entryPlaces(shared.examples)
      .filter(({ name }) => name.value === mediaType.value)
      .map((place) => new ExampleView(place));
    this.owned = isFirst ? [this.schema, ...this.examples] : this.examples;
  }

  override get children(): readonly OpenApiNode[] {
    return inTextOrder(this.owned);
  }

  get hasExample(): boolean {
    return this.examples.length > 0;
  }
}

/** 2.0: what the media types of one body have in common. */
export interface SharedBody {
  readonly context: DescriptionContext;
  readonly direction: MediaType['direction'];
  readonly schema: OrReference<Schema>;
  /** The map from media type to example value. */
  readonly examples: Place | undefined;
}

/** 2.0: the media types of one body; `application/json` where the document names none. */
export function readSharedContent(
  body: Place,
  mediaTypes: readonly string[],
  shared: SharedBody,
): readonly SharedMediaTypeView[] {
  const names = mediaTypes.length > 0 ? mediaTypes : ['application/json'];
  return names.map(
    (value, index) => new SharedMediaTypeView(body, { value, span: body.label.span }, shared, index === 0),
  );
}
