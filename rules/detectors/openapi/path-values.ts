import { effectiveParameters, pathItemParts } from '#core/openapi/effective/effective.ts';
import { segmentsOf, type TemplateExpression, templateExpressions } from '#core/openapi/effective/path-template.ts';
import type { Parameter, PathItem } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findString } from '#core/tree/tree.ts';
import { fills, type Placeholder } from '#rules/detectors/openapi/path-parameters.ts';

/** What may stand in the place of each expression of a path, in their order. */
export type PathValues = readonly ExpressionValues[];

/** Plain data; what is not said is undefined. */
interface ExpressionValues {
  /** The expression or type within the braces. */
  readonly constraint: string | undefined;
  readonly pattern: string | undefined;
  readonly listed: readonly string[] | undefined;
  readonly type: string | undefined;
  readonly format: string | undefined;
  /** `matrix` and `label` begin with a sign of their own. */
  readonly style: string | undefined;
}

export function pathValues(path: string, item: PathItem, scope: Scope): PathValues {
  const expressions = segmentsOf(path).flatMap(templateExpressions);
  if (expressions.length === 0) return [];
  return expressions.map((expression) => valuesOf(expression, item, scope));
}

/** Those of the operations and of the path item; no more are read than are asked for. */
function* parametersOf(item: PathItem, scope: Scope): Iterable<Parameter> {
  for (const { operations, parameters } of pathItemParts(item, scope)) {
    for (const operation of operations) yield* effectiveParameters(operation, scope);
    for (const parameter of parameters) yield* present(scope.resolve(parameter));
  }
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function parameterFor(placeholder: Placeholder, item: PathItem, scope: Scope): Parameter | undefined {
  for (const parameter of parametersOf(item, scope))
    if (parameter.in?.value === 'path' && fills(parameter.name?.value ?? '', placeholder)) return parameter;
  return undefined;
}

function valuesOf({ names, written, constraint }: TemplateExpression, item: PathItem, scope: Scope) {
  const [name = written] = names;
  const parameter = parameterFor({ name: name.value, written: written.value }, item, scope);
  const schema = scope.resolve(parameter?.schema);
  return {
    constraint,
    pattern: findString(schema?.tree, 'pattern')?.value,
    listed: schema?.enum?.map(({ value }) => String(value)),
    type: schema?.types.find((type) => type !== 'null'),
    format: schema?.format?.value,
    style: findString(parameter?.tree, 'style')?.value,
  };
}

/** True when some expression of two templates of one shape can have no value that both take. */
export function canBeToldApart(a: PathValues, b: PathValues): boolean {
  return a.some((values, index) => {
    const others = b[index];
    return others !== undefined && areApart(values, others);
  });
}

function areApart(a: ExpressionValues, b: ExpressionValues): boolean {
  // What differs within the braces is what the router goes by.
  if (a.constraint !== b.constraint || signOf(a) !== signOf(b)) return true;
  // Whether two patterns overlap is not known.
  if (a.pattern !== undefined && b.pattern !== undefined) return a.pattern !== b.pattern;
  if (a.listed !== undefined && b.listed !== undefined) return !a.listed.some((value) => b.listed?.includes(value));
  return shapeOf(a) !== undefined && shapeOf(b) !== undefined ? !overlap(a, b) : false;
}

function signOf({ style }: ExpressionValues): string {
  return style === 'matrix' || style === 'label' ? style : '';
}

/** How texts of well-known types and formats look; undefined where any text will do. */
const shapes: ReadonlyMap<string, string> = new Map([
  ['integer', 'number'],
  ['int32', 'number'],
  ['int64', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
  ['ulid', 'ulid'],
  ['date', 'date'],
  ['date-time', 'date-time'],
  ['email', 'email'],
  ['ipv4', 'ipv4'],
  ['ipv6', 'ipv6'],
]);

function shapeOf({ type, format, listed, pattern }: ExpressionValues): string | undefined {
  if (listed !== undefined) return 'listed';
  if (pattern !== undefined) return 'pattern';
  return shapes.get(format ?? '') ?? shapes.get(type ?? '');
}

const looksLike: ReadonlyMap<string, RegExp> = new Map([
  ['number', /^-?\d+(?:\.\d+)?$/],
  ['boolean', /^(?:true|false)$/],
  ['uuid', /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i],
]);

/** A listed value that looks like the other's type is one that both take; of a pattern nothing is known. */
function overlap(a: ExpressionValues, b: ExpressionValues): boolean {
  const [first, second] = [shapeOf(a) ?? '', shapeOf(b) ?? ''];
  if (first === 'pattern' || second === 'pattern') return false;
  if (first !== 'listed' && second !== 'listed') return first === second;
  const [listed, other] = first === 'listed' ? [a.listed ?? [], second] : [b.listed ?? [], first];
  return listed.some((value) => looksLike.get(other)?.test(value) === true);
}
