import type {
  DescriptionContext,
  HeaderEntry,
  Link,
  MediaType,
  OpenApiNode,
  OrReference,
  Response,
  ResponseEntry,
} from '#core/openapi/model.ts';
import { childPlace, entryPlaces, isExtension, type NamedPlace, type Place } from '#core/openapi/place.ts';
import { containerReference } from '#core/openapi/read/container-reference.ts';
import { isMisplacedText } from '#core/openapi/read/misplaced-text.ts';
import { readHeaderMap } from '#core/openapi/read/read-header.ts';
import { readLinks } from '#core/openapi/read/read-link.ts';
import { readContent, readContentReference, readSharedContent } from '#core/openapi/read/read-media-type.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { noNaming, ReferenceView, readReference } from '#core/openapi/read/read-reference.ts';
import { readSchema } from '#core/openapi/read/read-schema.ts';
import { inTextOrder, present, ReadView } from '#core/openapi/read/read-view.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Located, Span } from '#core/text/span.ts';
import { findEntry, findString } from '#core/tree/tree.ts';

/** The response or `$ref` at a place; `produces` are the media types of 2.0. Undefined for anything but a map. */
export function readResponse(
  place: Place,
  context: DescriptionContext,
  produces: readonly string[] = context.produces,
): OrReference<Response> | undefined {
  if (place.tree.kind !== 'map') return undefined;
  return readReference(place, 'openapi.response') ?? new ResponseView(place, context, produces);
}

/** The entries of an operation's `responses`. */
export function readResponses(
  operation: Place,
  context: DescriptionContext,
  produces: readonly string[],
): readonly ResponseEntry[] {
  const place = childPlace(operation, 'responses');
  const entries = entryPlaces(place)
    .filter(({ name }) => !isExtension(name.value))
    .flatMap((entry) => {
      const response = readResponse(entry, context, produces);
      return response ? { status: readStatus(entry), response } : [];
    });
  return place === undefined ? entries : [...entries, ...unknownResponses(place)];
}

/** A `$ref` in place of the map, or a text in place of a response: the entry that stands for whatever is there leads to nothing itself. */
function unknownResponses(place: Place): readonly ResponseEntry[] {
  const text = entryPlaces(place).find(({ name, tree }) => !isExtension(name.value) && isMisplacedText(tree));
  const target = findString(place.tree, '$ref') ?? (text && { value: '#', span: text.tree.span });
  if (target === undefined) return [];
  const nothing = { value: `${target.value}${target.value.includes('#') ? '' : '#'}/*`, span: target.span };
  const response = new ReferenceView(place, 'openapi.response', nothing, noNaming);
  return [{ status: { value: '*', span: target.span }, response }];
}

class ResponseView extends ReadView implements Response {
  readonly kind = 'openapi.response';
  readonly context: DescriptionContext;
  private readonly produces: readonly string[];
  private headersRead: readonly HeaderEntry[] | undefined;
  private contentRead: readonly MediaType[] | undefined;

  constructor(place: Place, context: DescriptionContext, produces: readonly string[]) {
    super(place);
    this.context = context;
    this.produces = produces;
    this.headersRead = undefined;
    this.contentRead = undefined;
  }

  get description(): Located<string> | undefined {
    return readProse(this, 'description');
  }

  get headers(): readonly HeaderEntry[] {
    this.ask('headers');
    this.headersRead ??= readHeaderMap(this, this.context);
    return this.headersRead;
  }

  get headersReference(): Reference<'openapi.part'> | undefined {
    this.ask('headers');
    return containerReference(this, 'headers');
  }

  get contentAnchor(): Span | undefined {
    this.ask(this.context.version === '2.0' ? 'schema' : 'content');
    return findEntry(this.tree, this.context.version === '2.0' ? 'schema' : 'content')?.key.span;
  }

  get content(): readonly MediaType[] {
    this.ask(this.context.version === '2.0' ? 'schema' : 'content');
    this.contentRead ??= this.context.version === '2.0' ? this.sharedContent() : this.ownContent();
    return this.contentRead;
  }

  get links(): readonly OrReference<Link>[] {
    return readLinks(this, this.context);
  }

  protected override get misread(): ReadonlySet<string> {
    return misreadFields(this.tree, 'response', this.context.version);
  }

  override get children(): readonly OpenApiNode[] {
    return inTextOrder([
      ...this.headers.map(({ header }) => header),
      ...this.content,
      ...readContentReference(this),
      ...present([this.headersReference]),
      ...this.links,
    ]);
  }

  private ownContent(): readonly MediaType[] {
    return readContent(this, this.context, 'response');
  }

  private sharedContent(): readonly MediaType[] {
    const body = childPlace(this, 'schema');
    const schema = body && readSchema(body, this.context, 'media-type');
    if (body === undefined || schema === undefined) return [];
    const examples = childPlace(this, 'examples');
    const shared = { context: this.context, direction: 'response', schema, examples } as const;
    return readSharedContent(body, this.produces, shared);
  }
}

function readStatus({ name }: NamedPlace): Located<string> {
  return /^[1-5]xx$/i.test(name.value) ? { value: name.value.toUpperCase(), span: name.span } : name;
}
