import type {
  DescriptionContext,
  MediaType,
  OpenApiNode,
  OrReference,
  Parameter,
  Schema,
} from '#core/openapi/model.ts';
import { childPlace, itemPlaces, type Place } from '#core/openapi/place.ts';
import { hasOwnExample, readExamples } from '#core/openapi/read/read-example.ts';
import { readContent, readContentReference } from '#core/openapi/read/read-media-type.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import { readSchemaUnder, SchemaView } from '#core/openapi/read/read-schema.ts';
import { inTextOrder, ReadView } from '#core/openapi/read/read-view.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import type { Located } from '#core/text/span.ts';
import { findBoolean, findEntry, findString } from '#core/tree/tree.ts';

/** The parameter or `$ref` at a place; undefined for anything but a map. */
export function readParameter(place: Place, context: DescriptionContext): OrReference<Parameter> | undefined {
  if (place.tree.kind !== 'map') return undefined;
  return readReference(place, 'openapi.parameter') ?? new ParameterView(place, context);
}

/** The `parameters` of an operation or a path item; 2.0: without those that make the request body. */
export function readParameters(parent: Place, context: DescriptionContext): readonly OrReference<Parameter>[] {
  return itemPlaces(childPlace(parent, 'parameters'))
    .filter((place) => !isBodyParameter(place, context))
    .flatMap((place) => readParameter(place, context) ?? []);
}

/** 2.0: true for a parameter that describes the request body or a part of it. */
export function isBodyParameter({ tree }: Pick<Place, 'tree'>, { version }: DescriptionContext): boolean {
  const location = version === '2.0' ? findString(tree, 'in')?.value : undefined;
  return location === 'body' || location === 'formData';
}

class ParameterView extends ReadView implements Parameter {
  readonly kind = 'openapi.parameter';
  readonly context: DescriptionContext;
  private readonly nameRead: Located<string> | undefined;
  private readonly inRead: Located<string> | undefined;
  private schemaRead: OrReference<Schema> | undefined;
  private contentRead: readonly MediaType[] | undefined;

  constructor(place: Place, context: DescriptionContext) {
    super(place);
    this.context = context;
    this.nameRead = findString(place.tree, 'name');
    this.inRead = findString(place.tree, 'in');
    this.schemaRead = undefined;
    this.contentRead = undefined;
  }

  get name(): Located<string> | undefined {
    this.ask('name');
    return this.nameRead;
  }

  get in(): Located<string> | undefined {
    this.ask('in');
    return this.inRead;
  }

  get required(): Located<boolean> | undefined {
    this.ask('required');
    return findBoolean(this.tree, 'required');
  }

  get description(): Located<string> | undefined {
    return readProse(this, 'description');
  }

  get schema(): OrReference<Schema> | undefined {
    this.ask('schema');
    this.schemaRead ??=
      this.context.version === '2.0' && this.inRead?.value !== 'body'
        ? new SchemaView(this, this.context, 'parameter', undefined)
        : readSchemaUnder(this, 'schema', this.context, 'parameter');
    return this.schemaRead;
  }

  get content(): readonly MediaType[] {
    this.ask('content');
    this.contentRead ??= readContent(this, this.context, 'parameter');
    return this.contentRead;
  }

  get hasExample(): boolean {
    return hasOwnExample(this) || findEntry(this.tree, 'x-example') !== undefined;
  }

  protected override get misread(): ReadonlySet<string> {
    return misreadFields(this.tree, 'parameter', this.context.version);
  }

  override get children(): readonly OpenApiNode[] {
    return inTextOrder([
      ...(this.schema ? [this.schema] : []),
      ...this.content,
      ...readContentReference(this),
      ...readExamples(this),
    ]);
  }
}
