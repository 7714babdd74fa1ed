import type { DescriptionContext, MediaType, OpenApiNode, OrReference, RequestBody } from '#core/openapi/model.ts';
import { childPlace, itemPlaces, type Place } from '#core/openapi/place.ts';
import { FormSchemaView, formParameters } from '#core/openapi/read/read-form.ts';
import { readContent, readContentReference, readSharedContent } from '#core/openapi/read/read-media-type.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import { readSchema } from '#core/openapi/read/read-schema.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import { findBoolean, findString } from '#core/tree/tree.ts';

/** The request body or `$ref` at a place; 2.0: made from the body parameter that stands there. */
export function readRequestBody(
  place: Place,
  context: DescriptionContext,
  consumes: readonly string[] = context.consumes,
): OrReference<RequestBody> | undefined {
  if (place.tree.kind !== 'map') return undefined;
  const reference = readReference(place, 'openapi.request-body');
  if (reference) return reference;
  const isRequired = findBoolean(place.tree, 'required')?.value ?? false;
  const readBody = context.version === '2.0' ? readBodyParameter : readOwnContent;
  return new RequestBodyView(place, context, isRequired, readBody(place, context, consumes));
}

/** The request body of an operation (2.0: from its own `in: body` or `in: formData` parameters). */
export function readOperationBody(
  operation: Place,
  context: DescriptionContext,
  consumes: readonly string[],
): OrReference<RequestBody> | undefined {
  if (context.version !== '2.0') {
    const place = childPlace(operation, 'requestBody');
    return place && readRequestBody(place, context);
  }
  const list = childPlace(operation, 'parameters');
  const body = itemPlaces(list).find(({ tree }) => findString(tree, 'in')?.value === 'body');
  if (body) return readRequestBody(body, context, consumes);
  return list && readFormBody(list, context, consumes);
}

class RequestBodyView extends ReadView implements RequestBody {
  readonly kind = 'openapi.request-body';
  readonly context: DescriptionContext;
  private readonly isRequired: boolean;
  private readonly contentRead: readonly MediaType[];

  constructor(place: Place, context: DescriptionContext, required: boolean, content: readonly MediaType[]) {
    super(place);
    this.context = context;
    this.isRequired = required;
    this.contentRead = content;
  }

  get required(): boolean {
    this.ask('required');
    return this.isRequired;
  }

  get content(): readonly MediaType[] {
    this.ask(this.context.version === '2.0' ? 'schema' : 'content');
    return this.contentRead;
  }

  protected override get misread(): ReadonlySet<string> {
    return misreadFields(
      this.tree,
      this.context.version === '2.0' ? 'parameter' : 'request-body',
      this.context.version,
    );
  }

  override get children(): readonly OpenApiNode[] {
    return [...this.content, ...readContentReference(this)];
  }
}

function readOwnContent(place: Place, context: DescriptionContext): readonly MediaType[] {
  return readContent(place, context, 'request');
}

function readBodyParameter(
  place: Place,
  context: DescriptionContext,
  consumes: readonly string[],
): readonly MediaType[] {
  const body = childPlace(place, 'schema');
  const schema = body && readSchema(body, context, 'media-type');
  if (body === undefined || schema === undefined) return [];
  return readSharedContent(body, consumes, { context, direction: 'request', schema, examples: undefined });
}

const formMediaTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;

/** 2.0: the body that the `in: formData` parameters make together; undefined when there are none. */
function readFormBody(
  list: Place,
  context: DescriptionContext,
  consumes: readonly string[],
): RequestBodyView | undefined {
  const parameters = formParameters(list);
  const [first] = parameters;
  if (first === undefined) return undefined;
  const place = { location: list.location, tree: list.tree, label: first.label };
  const hasFile = parameters.some(({ tree }) => findString(tree, 'type')?.value === 'file');
  const named = consumes.filter((name) => formMediaTypes.some((form) => name.startsWith(form)));
  const names = named.length > 0 ? named : [formMediaTypes[hasFile ? 1 : 0]];
  const schema = new FormSchemaView(place, context, parameters);
  const isRequired = parameters.some(({ tree }) => findBoolean(tree, 'required')?.value === true);
  const content = readSharedContent(place, names, { context, direction: 'request', schema, examples: undefined });
  return new RequestBodyView(place, context, isRequired, content);
}
