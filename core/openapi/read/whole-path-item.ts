import type { DescriptionContext, Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { placeOf } from '#core/openapi/place.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import type { Located } from '#core/text/span.ts';

/** A path item with what the `$ref` beside its fields leads to; it stands where the fields stand, which win. */
export function wholePathItem(fields: PathItem, target: PathItem | undefined): PathItem {
  if (target === undefined) return fields;
  const known = wholes.get(fields);
  if (known?.target === target) return known.whole;
  const whole = new WholePathItem(fields, target);
  wholes.set(fields, { target, whole });
  return whole;
}

const wholes = new WeakMap<PathItem, { readonly target: PathItem; readonly whole: PathItem }>();

class WholePathItem extends ReadView implements PathItem {
  readonly kind = 'openapi.path-item';
  readonly context: DescriptionContext;
  readonly origin: PathItem['origin'];
  readonly path: Located<string>;
  readonly parameters: readonly OrReference<Parameter>[];
  readonly parametersReference: PathItem['parametersReference'];
  readonly operations: readonly Operation[];
  readonly reference: undefined;

  constructor(fields: PathItem, target: PathItem) {
    super(placeOf(fields));
    this.context = fields.context;
    this.origin = fields.origin;
    this.path = fields.path;
    this.parameters = [...target.parameters, ...fields.parameters];
    this.parametersReference = fields.parametersReference ?? target.parametersReference;
    const others = target.operations.filter(({ method }) => fields.operations.every((own) => own.method !== method));
    this.operations = [...others, ...fields.operations];
    this.reference = undefined;
  }
}
