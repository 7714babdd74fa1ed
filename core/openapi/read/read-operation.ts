import type {
  Callback,
  DescriptionContext,
  HttpMethod,
  OpenApiNode,
  Operation,
  OrReference,
  Parameter,
  PathItem,
  PathItemOrigin,
  RequestBody,
  ResponseEntry,
  SecurityRequirement,
} from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type Place } from '#core/openapi/place.ts';
import { containerReference } from '#core/openapi/read/container-reference.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { type PathItemReader, readCallback } from '#core/openapi/read/read-callback.ts';
import { readParameters } from '#core/openapi/read/read-parameter.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { readOperationBody } from '#core/openapi/read/read-request-body.ts';
import { readResponses } from '#core/openapi/read/read-response.ts';
import { readSecurity } from '#core/openapi/read/read-security.ts';
import { readServers } from '#core/openapi/read/read-server.ts';
import { inTextOrder, present, ReadView } from '#core/openapi/read/read-view.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Located, Span } from '#core/text/span.ts';
import { findBoolean, findEntry, findString, findValue } from '#core/tree/tree.ts';

/** The operation of a path item at a place; its callbacks hold path items again, which `readPathItem` reads. */
export function readOperation(
  place: Place,
  method: HttpMethod,
  pathItem: PathItem,
  readPathItem: PathItemReader,
): Operation | undefined {
  return place.tree.kind === 'map' ? new OperationView(place, method, pathItem, readPathItem) : undefined;
}

class OperationView extends ReadView implements Operation {
  readonly kind = 'openapi.operation';
  readonly method: HttpMethod;
  readonly pathItem: PathItem;
  private readonly readPathItem: PathItemReader;
  private parametersRead: readonly OrReference<Parameter>[] | undefined;
  private bodyRead: OrReference<RequestBody> | undefined;
  private responsesRead: readonly ResponseEntry[] | undefined;
  private callbacksRead: readonly OrReference<Callback>[] | undefined;

  constructor(place: Place, method: HttpMethod, pathItem: PathItem, readPathItem: PathItemReader) {
    super(place);
    this.method = method;
    this.pathItem = pathItem;
    this.readPathItem = readPathItem;
  }

  get context(): DescriptionContext {
    return this.pathItem.context;
  }

  get origin(): PathItemOrigin {
    return this.pathItem.origin;
  }

  get path(): string {
    return this.pathItem.path.value;
  }

  get operationId(): Located<string> | undefined {
    this.ask('operationId');
    return findString(this.tree, 'operationId');
  }

  get summary(): Located<string> | undefined {
    return readProse(this, 'summary');
  }

  get description(): Located<string> | undefined {
    return readProse(this, 'description');
  }

  get tags(): readonly Located<string>[] {
    this.ask('tags');
    return locatedStrings(findValue(this.tree, 'tags'));
  }

  get deprecated(): Located<boolean> | undefined {
    this.ask('deprecated');
    return findBoolean(this.tree, 'deprecated');
  }

  get parameters(): readonly OrReference<Parameter>[] {
    this.ask('parameters');
    this.parametersRead ??= readParameters(this, this.context);
    return this.parametersRead;
  }

  get parametersReference(): Reference<'openapi.part'> | undefined {
    this.ask('parametersReference');
    return containerReference(this, 'parameters');
  }

  get requestBody(): OrReference<RequestBody> | undefined {
    this.ask('requestBody');
    this.bodyRead ??= readOperationBody(this, this.context, this.mediaTypes('consumes'));
    return this.bodyRead;
  }

  get responsesAnchor(): Span | undefined {
    this.ask('responses');
    return findEntry(this.tree, 'responses')?.key.span;
  }

  get responses(): readonly ResponseEntry[] {
    this.ask('responses');
    this.responsesRead ??= readResponses(this, this.context, this.mediaTypes('produces'));
    return this.responsesRead;
  }

  get security(): readonly SecurityRequirement[] | undefined {
    this.ask('security');
    const place = childPlace(this, 'security');
    return place?.tree.kind === 'list' ? readSecurity(place, 'operation') : undefined;
  }

  get securityReference(): Reference<'openapi.part'> | undefined {
    this.ask('securityReference');
    return containerReference(this, 'security');
  }

  get callbacks(): readonly OrReference<Callback>[] {
    this.ask('callbacks');
    this.callbacksRead ??= entryPlaces(childPlace(this, 'callbacks')).flatMap(
      (place) => readCallback(place, this.context, this.readPathItem) ?? [],
    );
    return this.callbacksRead;
  }

  protected override get misread(): ReadonlySet<string> {
    return misreadFields(this.tree, 'operation', this.context.version);
  }

  override get children(): readonly OpenApiNode[] {
    const servers = childPlace(this, 'servers');
    return inTextOrder([
      ...this.parameters,
      ...(this.requestBody ? [this.requestBody] : []),
      ...this.responses.filter(({ status }) => status.value !== '*').map(({ response }) => response),
      ...(this.security ?? []),
      ...this.callbacks,
      ...(servers ? readServers(servers, 'operation') : []),
      ...present([this.parametersReference, containerReference(this, 'responses'), this.securityReference]),
    ]);
  }

  /** 2.0: the operation's own list, or else the document's; empty elsewhere. */
  private mediaTypes(key: 'consumes' | 'produces'): readonly string[] {
    const own = this.context.version === '2.0' ? findValue(this.tree, key) : undefined;
    return own ? locatedStrings(own).map(({ value }) => value) : this.context[key];
  }
}
