import type {
  DescriptionContext,
  HttpMethod,
  OpenApiNode,
  Operation,
  OrReference,
  Parameter,
  PathItem,
  PathItemOrigin,
} from '#core/openapi/model.ts';
import { childPlace, entryPlaces, isExtension, type NamedPlace } from '#core/openapi/place.ts';
import { containerReference } from '#core/openapi/read/container-reference.ts';
import { readOperation } from '#core/openapi/read/read-operation.ts';
import { readParameters } from '#core/openapi/read/read-parameter.ts';
import { type Naming, noNaming, readReference } from '#core/openapi/read/read-reference.ts';
import { readOperationBody } from '#core/openapi/read/read-request-body.ts';
import { readServers } from '#core/openapi/read/read-server.ts';
import { inTextOrder, present, ReadView } from '#core/openapi/read/read-view.ts';
import { methodsOf } from '#core/openapi/spec/methods.ts';
import { misreadFields } from '#core/openapi/spec/misread-fields.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Located } from '#core/text/span.ts';
import { entriesOf } from '#core/tree/tree.ts';

/** The path item at a place, its `$ref`, or both where fields stand beside the `$ref` (allowed since 2.0). */
export function readPathItem(
  place: NamedPlace,
  context: DescriptionContext,
  origin: PathItemOrigin,
): readonly OrReference<PathItem>[] {
  if (place.tree.kind !== 'map') return [];
  const naming = { ...noNaming, name: place.name.value, origin };
  const reference = readReference(place, 'openapi.path-item', naming);
  const isAlone = entriesOf(place.tree).every(({ key }) => key.value === '$ref' || isExtension(key.value));
  if (reference && isAlone) return [reference];
  const pathItem = new PathItemView(place, context, origin);
  return reference ? [reference, pathItem] : [pathItem];
}

/** An operation that stands in a file of its own; its path item is seen from it as holding nothing else. */
export function readLoneOperation(
  place: NamedPlace,
  context: DescriptionContext,
  naming: Naming,
): OrReference<Operation> | undefined {
  const reference = readReference(place, 'openapi.operation', naming);
  return reference ?? new LonePathItemView(place, context, naming).operations[0];
}

class PathItemView extends ReadView implements PathItem {
  readonly kind = 'openapi.path-item';
  readonly context: DescriptionContext;
  readonly origin: PathItemOrigin;
  readonly path: Located<string>;
  private parametersRead: readonly OrReference<Parameter>[] | undefined;
  private operationsRead: readonly Operation[] | undefined;

  constructor(place: NamedPlace, context: DescriptionContext, origin: PathItemOrigin) {
    super(place);
    this.context = context;
    this.origin = origin;
    this.path = place.name;
  }

  get parameters(): readonly OrReference<Parameter>[] {
    this.ask('parameters');
    this.parametersRead ??= readParameters(this, this.context);
    return this.parametersRead;
  }

  get parametersReference(): Reference<'openapi.part'> | undefined {
    return containerReference(this, 'parameters');
  }

  get reference(): Reference<'openapi.path-item'> | undefined {
    return readReference(this, 'openapi.path-item', { ...noNaming, name: this.path.value, origin: this.origin });
  }

  get operations(): readonly Operation[] {
    this.operationsRead ??= operationPlaces(this, this.context)
      .filter(({ place }) => readReference(place, 'openapi.operation') === undefined)
      .flatMap(({ place, method }) => readOperation(place, method, this, readPathItem) ?? []);
    return this.operationsRead;
  }

  protected override get misread(): ReadonlySet<string> {
    return misreadFields(this.tree, 'path-item', this.context.version);
  }

  override get children(): readonly OpenApiNode[] {
    const servers = childPlace(this, 'servers');
    const body =
      this.context.version === '2.0' ? readOperationBody(this, this.context, this.context.consumes) : undefined;
    return inTextOrder([
      ...this.parameters,
      ...(body ? [body] : []),
      ...this.operations,
      ...this.operationReferences(),
      ...(servers ? readServers(servers, 'path-item') : []),
      ...present([this.parametersReference]),
    ]);
  }

  /** A `$ref` in place of an operation is common, though not in the specification. */
  private operationReferences(): readonly OpenApiNode[] {
    const { origin, path } = this;
    return operationPlaces(this, this.context).flatMap(
      ({ place, method }) =>
        readReference(place, 'openapi.operation', { ...noNaming, name: path.value, origin, method }) ?? [],
    );
  }
}

class LonePathItemView extends PathItemView {
  private readonly lone: readonly Operation[];

  constructor(place: NamedPlace, context: DescriptionContext, { origin, method }: Naming) {
    super(place, context, origin ?? 'path');
    const operation = readOperation(place, method ?? 'other', this, readPathItem);
    this.lone = operation ? [operation] : [];
  }

  override get parameters(): readonly OrReference<Parameter>[] {
    return [];
  }

  override get parametersReference(): undefined {
    return undefined;
  }

  override get reference(): undefined {
    return undefined;
  }

  override get operations(): readonly Operation[] {
    return this.lone;
  }
}

/** Methods with a field of their own in every version, or since 3.0 (`query` came with 3.2). */
const fixedMethods = methodsOf('3.0');

function isFixedMethod(name: string): name is HttpMethod {
  return fixedMethods.has(name);
}

interface OperationPlace {
  readonly place: NamedPlace;
  readonly method: HttpMethod;
}

/** From 3.2 on there is `query`, and `additionalOperations` with any further method. */
function operationPlaces(pathItem: PathItemView, { version }: DescriptionContext): readonly OperationPlace[] {
  return entryPlaces(pathItem).flatMap((place): readonly OperationPlace[] => {
    const key = place.name.value;
    if (isFixedMethod(key)) return [{ place, method: key }];
    if (version !== '3.2') return [];
    if (key === 'query') return [{ place, method: 'query' }];
    return key === 'additionalOperations' ? entryPlaces(place).map(additionalOperation) : [];
  });
}

function additionalOperation(place: NamedPlace): OperationPlace {
  const method = place.name.value.toLowerCase();
  return { place, method: isFixedMethod(method) ? method : 'other' };
}
