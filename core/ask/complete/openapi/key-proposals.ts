import type { Completion } from '#core/ask/complete/completion.ts';
import { authorKeys } from '#core/ask/complete/openapi/author-keys.ts';
import { isChosenNext } from '#core/ask/complete/openapi/chosen-next.ts';
import { hasTargets, isReferable } from '#core/ask/complete/openapi/reference-targets.ts';
import { fitsType } from '#core/ask/complete/openapi/schema-types.ts';
import { type Sketch, Sketcher } from '#core/ask/complete/openapi/shape-sketch.ts';
import { keysAt, type TreeContext, typedOf } from '#core/ask/complete/openapi/tree-context.ts';
import type { TreeWriter } from '#core/ask/complete/openapi/tree-writer.ts';
import { undeclaredParameters } from '#core/ask/complete/openapi/undeclared-parameters.ts';
import { inUsualOrder } from '#core/ask/complete/openapi/usual-order.ts';
import { childOf, type TypedNode, textOf, textsOf } from '#core/ask/complete/tree/typed-tree.ts';
import { fieldOf, objectOf } from '#core/openapi/spec/objects-of.ts';
import { shapeText } from '#core/openapi/spec/shape-text.ts';
import type { ShapeAt } from '#core/openapi/spec/shapes-at.ts';
import type { Condition, FieldSpec, ObjectName, ObjectSpec } from '#core/openapi/spec/spec.ts';

/** The keys that may stand in a map beside those that do: what must stand there first. */
export function keyProposals(
  at: ShapeAt,
  path: readonly string[],
  context: TreeContext,
  writer: TreeWriter,
): readonly Completion[] {
  const map = typedOf(context, path);
  const taken = keysAt(context, path);
  const { shape } = at;
  const chosen = authorKeys(at, path, context).filter(({ name }) => !taken.has(name));
  const own = chosen.map(({ name, sketch, ...words }) => writer.key(name, sketch, words));
  if (shape.kind !== 'object' || taken.has('$ref')) return own;
  const spec = objectOf(context.version, shape.of);
  const fields = spec === undefined ? [] : fieldProposals(shape.of, spec, { map, taken, path }, context, writer);
  const mayRefer = shape.orReference === true || (spec !== undefined && fieldOf(spec, '$ref') !== undefined);
  const reference = mayRefer && taken.size === 0 ? referenceKey(shape.of, context, writer) : [];
  return [...reference, ...fields, ...own];
}

function referenceKey(object: ObjectName, context: TreeContext, writer: TreeWriter): readonly Completion[] {
  if (!isReferable(object)) return [];
  const spec = objectOf(context.version, 'reference');
  const about = spec === undefined ? '' : (fieldOf(spec, '$ref')?.about ?? '');
  const isAskedOn = hasTargets(object, context);
  const sketch: Sketch = { kind: 'scalar', snippet: '$1', isText: true };
  return [writer.key('$ref', sketch, { about, detail: 'reference', isAskedOn, isGiven: true })];
}

interface WrittenMap {
  readonly map: TypedNode | undefined;
  readonly path: readonly string[];
  /** Its keys. */
  readonly taken: ReadonlySet<string>;
}

function fieldProposals(
  object: ObjectName,
  spec: ObjectSpec,
  { map, taken, path }: WrittenMap,
  context: TreeContext,
  writer: TreeWriter,
): readonly Completion[] {
  const isLeftOut = (name: string, field: FieldSpec) =>
    taken.has(name) ||
    name === '$ref' ||
    isExcluded(name, spec, taken) ||
    !mayHold(field.onlyWith, map) ||
    holdsHere(field.notWith, map) ||
    (object === 'schema' && !fitsType(context.version, name, typesOf(map)));
  const fields = Object.entries(spec.fields).filter(([name, field]) => !isLeftOut(name, field));
  const isWanted = wantedIn(spec, map, taken);
  return inUsualOrder(object, fields, isWanted).map(([name, field]) => {
    const detail = [shapeText(field.value), ...(isWanted(name, field) ? ['required'] : [])].join(', ');
    const sketch = isListChosen(field, [...path, name], context)
      ? openList
      : new Sketcher(context.version).value(field.value, name);
    const words = { detail, about: field.about, isDeprecated: field.isDeprecated === true, isGiven: true };
    return writer.key(name, sketch, { ...words, isAskedOn: isChosenNext(object, name, field.value, sketch) });
  });
}

const openList: Sketch = { kind: 'list', items: [], rest: '$1' };

/** True for a list whose first item is rather chosen among what there is than written. */
function isListChosen({ value }: FieldSpec, path: readonly string[], context: TreeContext): boolean {
  if (value.kind !== 'list' || value.of.kind !== 'object' || value.of.orReference !== true) return false;
  const isParameters = value.of.of === 'parameter' && undeclaredParameters(path, context).length > 0;
  return isParameters || hasTargets(value.of.of, context);
}

/** True for a field that must stand there, or one of those of which one must while none does. */
function wantedIn(
  { needsOneOf = [] }: ObjectSpec,
  map: TypedNode | undefined,
  taken: ReadonlySet<string>,
): (name: string, field: FieldSpec) => boolean {
  const open = needsOneOf.filter((group) => !group.some((name) => taken.has(name))).map(([first]) => first);
  return (name, field) => field.isRequired === true || holdsHere(field.requiredWith, map) || open.includes(name);
}

/** Of a group at most one may stand there. */
function isExcluded(name: string, { excludes = [] }: ObjectSpec, taken: ReadonlySet<string>): boolean {
  return excludes.some((group) => group.includes(name) && group.some((other) => taken.has(other)));
}

/** False where the field it depends on says something else. */
function mayHold(condition: Condition | undefined, map: TypedNode | undefined): boolean {
  const said = condition && textOf(map, condition.field);
  return condition === undefined || said === undefined || condition.values.includes(said);
}

function holdsHere(condition: Condition | undefined, map: TypedNode | undefined): boolean {
  const said = condition && textOf(map, condition.field);
  return said !== undefined && condition?.values.includes(said) === true;
}

function typesOf(map: TypedNode | undefined): readonly string[] {
  return textsOf(childOf(map, 'type'));
}
